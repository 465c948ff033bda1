import { useMemo } from "preact/hooks";
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
const SORTS: Readonly<Record<string, (a: OpRow, b: OpRow) => number>> = {
  "findings first": (a, b) => weight(b) - weight(a),
  "largest error first": (a, b) => errorOf(b) - errorOf(a),
};

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
          { name: "sort", label: "Sort by", options: Object.keys(SORTS), unchosen: "name" },
        ]}
      />
      <Rows
        label="Ops and engines"
        class="matrix"
        columns={columns.length + 2}
        items={rows}
        height={34}
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
  const compare = SORTS[query.get("sort") ?? ""] ?? (() => 0);
  return model.rows
    .filter((row) => {
      const cells = [...row.cells]
        .filter(([key]) => engine === undefined || key.startsWith(`${engine} `))
        .map(([, cell]) => cell);
      return (
        words.every((word) => row.op.toLowerCase().includes(word) || row.family.includes(word)) &&
        (family === undefined || row.family === family) &&
        (engine === undefined || cells.length > 0) &&
        (mark === undefined || cells.some((cell) => cell.mark === mark)) &&
        (kind === undefined || cells.some(({ findings }) => findings.some((finding) => finding.kind === kind))) &&
        (known === undefined ||
          cells.some(({ findings }) => findings.some((finding) => (finding.known === null) === (known === "new"))))
      );
    })
    .toSorted(compare);
}

function weight({ findings }: OpRow): number {
  return findings.reduce((sum, { known }) => sum + (known === null ? 1000 : 1), 0);
}

function errorOf({ cells }: OpRow): number {
  return [...cells.values()].reduce((most, { worstUlp }) => Math.max(most, worstUlp ?? 0), 0);
}
