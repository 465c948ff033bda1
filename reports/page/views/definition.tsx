import type { Breaks } from "../../../src/op/domain.ts";
import type { Op } from "../../../src/op/op.ts";
import { LIBRARIES, listed } from "../../../src/program/listed-op.ts";
import { listOf } from "../../text.ts";
import { Formula } from "../parts/formula.tsx";
import { Table } from "../parts/table.tsx";

const LIBRARY_NAMES = { tfjs: "TensorFlow.js", torch: "PyTorch", jax: "JAX" } as const;

/** What an op is: its formula, its inputs and where these are sampled, its attributes, its names elsewhere. */
export function Definition({ op }: { readonly op: Op }) {
  const { inputs, attrs, names, because, kind } = listed(op);
  return (
    <section aria-labelledby="definition">
      <h2 id="definition">Definition</h2>
      <Formula tex={op.face!.formula} />
      <Table
        label="Inputs"
        head={["Input", "Sampled on", "Breaks", "Differentiated"]}
        rows={inputs.map((name, i) => {
          const { low, high, breaks, whole } = op.face!.domain.inputs[name]!;
          return [
            <code key="name">{name}</code>,
            `${whole ? "whole numbers in " : ""}[${String(low)}, ${String(high)}]`,
            breaks === null ? "nowhere" : breaksText(breaks),
            op.active[i] === false ? "no" : "yes",
          ];
        })}
      />
      {attrs.length > 0 && (
        <Table
          label="Attributes"
          head={["Attribute", "Type", "Unless given", "Meaning"]}
          rows={attrs.map((attr) => [
            <code key="name">{attr.name}</code>,
            <code key="type">{attr.type}</code>,
            "default" in attr ? <code key="default">{JSON.stringify(attr.default)}</code> : "has to be given",
            <span key="doc" class="words">
              {attr.doc}
            </span>,
          ])}
        />
      )}
      <dl class="facts">
        <div>
          <dt>Kind of entry</dt>
          <dd>{kind}</dd>
        </div>
        {LIBRARIES.map((library) => (
          <div key={library}>
            <dt>{LIBRARY_NAMES[library]}</dt>
            <dd>
              {names[library][0] === undefined ? (because[library] ?? "written out") : <code>{names[library][0]}</code>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** `kinks at 0`, `jumps at whole numbers, ties` */
function breaksText({ kind, at, ties, repeats }: Breaks): string {
  const places = [
    ...(at.length === 0 ? [] : [`${listOf(at.map(String))}${repeats ? " and so on" : ""}`]),
    ...(ties ? ["ties"] : []),
  ];
  return `${kind}s at ${listOf(places)}`;
}
