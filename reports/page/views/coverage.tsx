import { useMemo } from "preact/hooks";
import type { AttributeSpace } from "../../../src/suite/attribute-space.ts";
import { percent } from "../../format.ts";
import { counted, grouped, oneLine } from "../../text.ts";
import { lawTalliesOf, type LawTally, type OpTally } from "../model/coverage.ts";
import type { Model } from "../model/model.ts";
import { hrefOf, type Route } from "../model/route.ts";
import { Filters } from "../parts/filters.tsx";
import { Table } from "../parts/table.tsx";
import { Rows } from "../parts/rows.tsx";
import { Engines } from "./engines.tsx";
import { Unchecked } from "./unchecked.tsx";

/** What was checked, and what was not, and why. */
export function Coverage({ model, route }: { readonly model: Model; readonly route: Route }) {
  const { laws, ops } = useMemo(() => lawTalliesOf(model.results.coverage), [model]);
  const spaces = useMemo(
    () => new Map((model.results.attributeSpace ?? []).map((space) => [space.op, space])),
    [model],
  );
  const words = (route.query.get("text") ?? "").toLowerCase().split(/\s+/);
  const shown = ops.filter(({ op }) => words.every((word) => op.toLowerCase().includes(word)));
  return (
    <>
      <h1>Coverage</h1>
      <Engines model={model} />
      <Unchecked model={model} />
      <section aria-labelledby="laws">
        <h2 id="laws">Laws</h2>
        <Table
          label="Checks by law"
          head={["Law", "Order", "Ops", "Checks", "Conclusive", "Numbers", "Nonzero"]}
          rows={laws.map(({ law, order, ops: count, cases, conclusive, entries, nonzero }) => [
            oneLine(law),
            String(order),
            grouped(count),
            grouped(cases),
            percent(conclusive, cases),
            grouped(entries),
            percent(nonzero, entries),
          ])}
        />
      </section>
      <section aria-labelledby="laws-by-ops">
        <h2 id="laws-by-ops">Laws × ops</h2>
        <p>
          Over all engines. Attribute pairs: how many pairs of levels of attributes, ranks and sizes the cases showed
          together. The darker a cell, the more checks came to agreement or disagreement; a ring stands where checks
          were made and none did, nothing where the law does not speak of the op.
        </p>
        <Filters
          route={route}
          label="Filter the ops"
          choices={[]}
          shown={`${counted(shown.length, "op")} of ${grouped(ops.length)}`}
        />
        <Rows
          label="Laws by ops"
          class="lattice"
          columns={laws.length + 3}
          items={shown}
          height={29}
          head={
            <tr>
              <th scope="col">Op</th>
              <th scope="col">Checks</th>
              <th scope="col">Attribute pairs</th>
              {laws.map(({ law }) => (
                <th key={law} scope="col" class="upright">
                  <span>{oneLine(law)}</span>
                </th>
              ))}
            </tr>
          }
          row={(row) => <OpCells row={row} laws={laws} space={spaces.get(row.op)} />}
        />
      </section>
    </>
  );
}

interface OpCellsProps {
  readonly row: OpTally;
  readonly laws: readonly LawTally[];
  readonly space: AttributeSpace | undefined;
}

function OpCells({ row: { op, cases, byLaw }, laws, space }: OpCellsProps) {
  return (
    <>
      <th scope="row">
        <a href={hrefOf(["op", op])}>{oneLine(op)}</a>
      </th>
      <td>{grouped(cases)}</td>
      <td
        title={space === undefined || space.unseen.length === 0 ? "" : oneLine(`not seen: ${space.unseen.join("; ")}`)}
      >
        {space === undefined ? "" : `${grouped(space.seen)} of ${grouped(space.pairs)}`}
      </td>
      {laws.map(({ law }) => {
        const tally = byLaw.get(law);
        const said =
          tally === undefined
            ? "no check"
            : `${grouped(tally.conclusive)} of ${counted(tally.cases, "check")} conclusive`;
        return (
          <td
            key={law}
            class={tally === undefined ? "" : tally.conclusive === 0 ? "ring" : "dot"}
            style={tally === undefined ? {} : { "--shade": shadeOf(tally.conclusive) }}
            title={`${oneLine(law)}: ${said}`}
          >
            <span class="hidden">{tally === undefined ? "" : grouped(tally.conclusive)}</span>
          </td>
        );
      })}
    </>
  );
}

/** Darker for more: a step for each doubling. */
function shadeOf(conclusive: number): string {
  return `${String(Math.min(100, 20 + 12 * Math.log2(1 + conclusive)))}%`;
}
