import type { JsonNumber } from "../../src/base/codec.ts";
import type { CoverageRow, Finding, Results } from "../../src/suite/results.ts";
import { roughly } from "../format.ts";
import { outcomesOf, type Outcome } from "../outcome.ts";
import { counted, grouped, orderName } from "../text.ts";
import { breakable, html, type Html } from "./html.ts";
import { anchorOf } from "./finding.ts";
import { legend, symbol, type Mark } from "./marks.ts";
import { scroller, section } from "./parts.ts";

/** What a cell of the table tells: one op on one engine at one order, over all laws. */
interface Cell {
  readonly mark: Mark;
  readonly cases: number;
  readonly agree: number;
  readonly worstUlp: JsonNumber | null;
  readonly findings: readonly Finding[];
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const total = (outcomes: readonly Outcome[], member: "cases" | "agree" | "inconclusive" | "unsupported"): number =>
  outcomes.reduce((sum, { row }) => sum + row[member], 0);

const size = (x: JsonNumber): number => (typeof x === "number" ? x : Number.POSITIVE_INFINITY);

function worst(rows: readonly CoverageRow[]): JsonNumber | null {
  const seen = rows.flatMap(({ worstUlp }) => (worstUlp === null ? [] : [worstUlp]));
  return seen.toSorted((a, b) => size(b) - size(a))[0] ?? null;
}

function markOf(outcomes: readonly Outcome[]): Mark {
  if (outcomes.some(({ status }) => status === "failed")) return "unexpected";
  if (outcomes.some(({ status }) => status === "known")) return "known";
  if (total(outcomes, "agree") > 0) return "agree";
  if (total(outcomes, "inconclusive") > 0) return "inconclusive";
  return total(outcomes, "unsupported") > 0 ? "unsupported" : "nothing";
}

function cellOf(outcomes: readonly Outcome[]): Cell {
  return {
    mark: markOf(outcomes),
    cases: total(outcomes, "cases"),
    agree: total(outcomes, "agree"),
    worstUlp: worst(outcomes.map(({ row }) => row)),
    findings: unique(outcomes.flatMap(({ findings }) => findings)),
  };
}

function cell({ mark, cases, agree, worstUlp, findings }: Cell): Html {
  if (mark === "nothing") return html`<td class="cell">${symbol(mark)}</td>`;
  const unexpected = findings.filter(({ known }) => known === null);
  const first = unexpected[0] ?? findings[0];
  const whole = agree === cases || mark === "unsupported" || mark === "inconclusive";
  const checks = whole ? grouped(cases) : `${grouped(agree)}/${grouped(cases)}`;
  return html`<td class="cell">
    <span class="count">${symbol(mark)} ${checks}</span>
    ${worstUlp === null ? null : html`<span class="ulp">${roughly(worstUlp)} ulp</span>`}
    ${
      first === undefined
        ? null
        : html`<a href="#${anchorOf(first)}">${counted(unexpected.length || findings.length, "finding")}</a>`
    }
  </td>`;
}

/** The table of ops and engines, a column for each order of differentiation. */
export function matrix(results: Results): Html {
  const { rows } = outcomesOf(results);
  const engines = results.engines.map(({ name }) => name).filter((name) => rows.some(({ row }) => row.engine === name));
  const named = unique([...engines, ...rows.map(({ row }) => row.engine)]);
  const columns = named.map((engine) => ({
    engine,
    orders: unique(rows.filter(({ row }) => row.engine === engine).map(({ row }) => row.order)).toSorted(
      (a, b) => a - b,
    ),
  }));
  const ops = unique(rows.map(({ row }) => row.op)).toSorted((a, b) => (a < b ? -1 : 1));
  const cells = ops.map((op) => {
    const ofOp = rows.filter(({ row }) => row.op === op);
    return columns.flatMap(({ engine, orders }) =>
      orders.map((order) => cellOf(ofOp.filter(({ row }) => row.engine === engine && row.order === order))),
    );
  });
  return section(
    "matrix",
    "Ops and engines",
    legend(unique(cells.flat().map(({ mark }) => mark))),
    scroller(
      "Ops and engines",
      html`<table class="matrix">
        <caption>
          <span
            >Each cell: how the op stands on the engine at that order of differentiation, its checks over all laws, and
            its worst error in units of the engine's own precision.</span
          >
        </caption>
        <thead>
          <tr>
            <th scope="col" rowspan="2">Op</th>
            ${columns.map(({ engine, orders }) => html`<th scope="colgroup" colspan="${orders.length}">${engine}</th>`)}
          </tr>
          <tr>
            ${columns.flatMap(({ orders }) => orders.map((order) => html`<th scope="col">${orderName(order)}</th>`))}
          </tr>
        </thead>
        <tbody>
          ${ops.map(
            (op, i) =>
              html`<tr>
                <th scope="row">${breakable(op)}</th>
                ${cells[i]!.map(cell)}
              </tr>`,
          )}
        </tbody>
      </table>`,
    ),
  );
}
