import { useMemo } from "preact/hooks";
import { formatArrays } from "../../format.ts";
import { oneLine } from "../../text.ts";
import type { Model } from "../model/model.ts";
import type { Route } from "../model/route.ts";
import { Cotangent } from "./cotangent.tsx";
import { MaskedRows } from "./masked-rows.tsx";
import { WorkedTables } from "./worked-tables.tsx";

const NETWORK = "ŷ = σ(W Xᵀ + b)\nlosses = (y − ŷ)²\navg_loss = mean(losses)";

/** The one-layer sigmoid network: what a cotangent is, by hand and on every engine. */
export function WorkedExample({ model, route }: { readonly model: Model; readonly route: Route }) {
  const example = model.results.workedExample;
  const inputs = useMemo(() => (example === undefined ? null : formatArrays({ ...example.inputs })), [example]);
  return (
    <>
      <h1>The worked example</h1>
      <p>
        A network of one layer. Its losses are a vector, so <code>losses.backward()</code> needs to be told what to
        multiply the Jacobian with from the left: the cotangent, PyTorch’s <code>gradient</code> argument.
      </p>
      <pre>{NETWORK}</pre>
      {inputs !== null && (
        <details>
          <summary>The inputs</summary>
          <pre>{inputs}</pre>
        </details>
      )}
      <Cotangent route={route} />
      <MaskedRows route={route} />
      {example === undefined ? (
        <p>No engine of this run was asked for it.</p>
      ) : (
        <>
          {example.engines.map((entry) =>
            "error" in entry ? (
              <p key={entry.engine}>
                <strong>{oneLine(entry.engine)}</strong> gave no answer: {oneLine(entry.error)}
              </p>
            ) : null,
          )}
          <WorkedTables example={example} results={model.results} />
        </>
      )}
    </>
  );
}
