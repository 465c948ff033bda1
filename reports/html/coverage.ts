import type { CoverageRow, Results } from "../../src/suite/results.ts";
import { percent } from "../format.ts";
import { grouped } from "../text.ts";
import { breakable, html, type Html } from "./html.ts";
import { scroller, section } from "./parts.ts";

const unique = (names: readonly string[]): string[] => [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1));

function numbers(rows: readonly CoverageRow[], laws: readonly string[]): Html {
  const total = (member: "cases" | "entries" | "nonzeroEntries", of: readonly CoverageRow[] = rows): number =>
    of.reduce((sum, row) => sum + row[member], 0);
  const perLaw = laws.map((law) =>
    total(
      "cases",
      rows.filter((row) => row.law === law),
    ),
  );
  return html`${perLaw.map((n) => html`<td class="num${n === 0 ? " none" : ""}">${grouped(n)}</td>`)}
    <td class="num sum">${grouped(total("cases"))}</td>
    <td class="num">${grouped(total("entries"))}</td>
    <td class="num">${percent(total("nonzeroEntries"), total("entries"))}</td>`;
}

/** How much was checked: laws by ops. */
export function coverage(results: Results): Html {
  const ops = unique(results.coverage.map(({ op }) => op));
  const laws = unique(results.coverage.map(({ law }) => law));
  return section(
    "coverage",
    "Coverage",
    scroller(
      "Coverage",
      html`<table class="coverage">
        <caption>
          <span
            >Checks by op and law, over all engines and orders; numbers compared, and the share that should not be
            zero.</span
          >
        </caption>
        <thead>
          <tr>
            <th scope="col">Op</th>
            ${laws.map((law) => html`<th scope="col" class="num">${law}</th>`)}
            <th scope="col" class="num">all laws</th>
            <th scope="col" class="num">numbers</th>
            <th scope="col" class="num">nonzero</th>
          </tr>
        </thead>
        <tbody>
          ${ops.map(
            (op) =>
              html`<tr>
                <th scope="row">${breakable(op)}</th>
                ${numbers(
                  results.coverage.filter((row) => row.op === op),
                  laws,
                )}
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">all ops</th>
            ${numbers(results.coverage, laws)}
          </tr>
        </tfoot>
      </table>`,
    ),
  );
}
