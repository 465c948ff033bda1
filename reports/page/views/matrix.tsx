import { useMemo } from "preact/hooks";
import type { Finding } from "../../../src/suite/results.ts";
import { roughly } from "../../format.ts";
import { counted, grouped, oneLine, orderName } from "../../text.ts";
import type { Mark } from "../model/marks.ts";
import { cellKey, type Cell, type Model, type OpRow } from "../model/model.ts";
import { hrefOf, type Route } from "../model/route.ts";
import { Filters } from "../parts/filters.tsx";
import { Legend, Symbol } from "../parts/mark.tsx";
import { Rows } from "../parts/rows.tsx";

const MARKS: readonly Mark[] = ["unexpected", "known", "agree", "inconclusive", "unsupported", "nothing"];

/** Ways to sort the rows. */
const SORTS: ReadonlyMap<string, (a: OpRow, b: OpRow) => number> = new Map([
  ["findings first", (a, b) => weight(b) - weight(a)],
  ["largest error first", (a, b) => errorOf(b) - errorOf(a)],
]);

/** Every op on every engine, a cell for each order of differentiation. */
export function Matrix({ model, route }: { readonly model: Model; readonly route: Route }) {
  const { query } = route;
  const engines = model.engines.filter((engine) => (query.get("engine") ?? engine) === engine);
  const rows = useMemo(() => filtered(model, query), [model, JSON.stringify([...query])]);
  const used = MARKS.filter((mark) => model.rows.some(({ cells }) => [...cells.values()].some((c) => c.mark === mark)));
  const columns = engines.flatMap((engine) =>
    model.orders
      .filter((order) => model.rows.some(({ cells }) => cells.has(cellKey(engine, order))))
      .map((order, i) => ({ engine, order, isFirst: i === 0 })),
  );
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">Ops and engines</h2>
      <p>A cell for the value and for each order of differentiation; every cell leads to its numbers.</p>
      <Legend used={used} />
      <Filters
        route={route}
        label="Filter the ops"
        shown={`${counted(rows.length, "op")} of ${grouped(model.rows.length)}`}
        choices={[
          { name: "family", label: "Family", options: [...new Set(model.rows.map(({ family }) => family))].toSorted() },
          { name: "engine", label: "Engine", options: model.engines },
          { name: "mark", label: "Standing", options: used },
          {
            name: "kind",
            label: "Kind",
            options: [...new Set(model.results.findings.map(({ kind }) => kind))].toSorted(),
          },
          { name: "known", label: "Findings", options: ["new", "known"] },
          { name: "sort", label: "Sort by", options: [...SORTS.keys()], unchosen: "name" },
        ]}
      />
      <Rows
        label="Ops and engines"
        class="matrix"
        columns={columns.length + 2}
        items={rows}
        height={36}
        heads={2}
        head={
          <>
            <tr>
              <th scope="col" rowSpan={2}>
                Op
              </th>
              {engines.map((engine) => (
                <th key={engine} scope="colgroup" colSpan={columns.filter((c) => c.engine === engine).length}>
                  {oneLine(engine)}
                </th>
              ))}
              <th scope="col" rowSpan={2}>
                Worst error
              </th>
            </tr>
            <tr>
              {columns.map(({ engine, order, isFirst }) => (
                <th
                  key={cellKey(engine, order)}
                  scope="col"
                  class={isFirst ? "first" : ""}
                  aria-label={orderName(order)}
                >
                  {order === 0 ? "val" : String(order)}
                </th>
              ))}
            </tr>
          </>
        }
        row={(row) => (
          <>
            <th scope="row">
              <a href={hrefOf(["op", row.op])}>{oneLine(row.op)}</a>
            </th>
            {columns.map(({ engine, order, isFirst }) => (
              <CellOf
                key={cellKey(engine, order)}
                op={row.op}
                engine={engine}
                order={order}
                isFirst={isFirst}
                cell={row.cells.get(cellKey(engine, order))}
              />
            ))}
            <td class="ulp">{errorOf(row) === 0 ? "" : `${roughly(errorOf(row))} ulp`}</td>
          </>
        )}
      />
    </section>
  );
}

interface CellProps {
  readonly op: string;
  readonly engine: string;
  readonly order: number;
  /** Whether it is the first of its engine. */
  readonly isFirst: boolean;
  readonly cell: Cell | undefined;
}

function CellOf({ op, engine, order, isFirst, cell }: CellProps) {
  const first = isFirst ? " first" : "";
  if (cell === undefined || cell.mark === "nothing")
    return (
      <td class={`cell${first}`}>
        <Symbol mark="nothing" />
      </td>
    );
  const { mark, agree, cases, worstUlp, findings } = cell;
  const error = worstUlp === null ? "" : `, worst error ${roughly(worstUlp)} ulp`;
  const found = findings.length === 0 ? "" : `, ${counted(findings.length, "finding")}`;
  return (
    <td class={`cell ${mark}${first}`}>
      <a
        href={hrefOf(["op", op], { engine, order: String(order) })}
        title={`${grouped(agree)} of ${counted(cases, "check")} agree${error}${found}`}
      >
        <Symbol mark={mark} />
      </a>
    </td>
  );
}

function filtered(model: Model, query: ReadonlyMap<string, string>): readonly OpRow[] {
  const [text = "", family, engine, mark, kind, known] = ["text", "family", "engine", "mark", "kind", "known"].map(
    (name) => query.get(name),
  );
  const words = text.toLowerCase().split(/\s+/);
  const compare = SORTS.get(query.get("sort") ?? "") ?? (() => 0);
  const isWanted = (finding: Finding): boolean =>
    finding.kind === (kind ?? finding.kind) && (known === undefined || (finding.known === null) === (known === "new"));
  // All that is asked of a cell is asked of one cell, and all that is asked of a finding of one finding.
  const fits = (cell: Cell): boolean =>
    cell.engine === (engine ?? cell.engine) &&
    cell.mark === (mark ?? cell.mark) &&
    ((kind ?? known) === undefined || cell.findings.some(isWanted));
  return model.rows
    .filter(
      (row) =>
        words.every((word) => row.op.toLowerCase().includes(word) || row.family.includes(word)) &&
        row.family === (family ?? row.family) &&
        [...row.cells.values()].some(fits),
    )
    .toSorted(compare);
}

function weight({ findings }: OpRow): number {
  return findings.reduce((sum, { known }) => sum + (known === null ? 1000 : 1), 0);
}

function errorOf({ cells }: OpRow): number {
  return [...cells.values()].reduce((most, { worstUlp }) => Math.max(most, worstUlp ?? 0), 0);
}
