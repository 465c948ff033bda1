import type { Convention } from "../../src/suite/conventions.ts";
import { breakable, html, type Html } from "./html.ts";
import { scroller, section } from "./parts.ts";

/** What engines answer where ops have no derivative, a row for each such place. */
export function conventions(all: readonly Convention[]): Html {
  const engines = [...new Set(all.map(({ engine }) => engine))];
  const places = new Map(all.map(({ op, at }) => [JSON.stringify([op, at]), { op, at }]));
  return section(
    "conventions",
    "At kinks",
    scroller(
      "At kinks",
      html`<table>
        <caption>
          <span
            >Where an op has a kink every convex combination of the derivatives around it is right, and which one an
            engine takes is its convention. At a jump the one right answer is 0.</span
          >
        </caption>
        <thead>
          <tr>
            <th scope="col">Op</th>
            <th scope="col">At</th>
            ${engines.map((engine) => html`<th scope="col">${engine}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...places.values()].map(
            ({ op, at }) =>
              html`<tr>
                <th scope="row">${breakable(op)}</th>
                <td>${at}</td>
                ${engines.map((engine) => cell(all.find((c) => c.op === op && c.at === at && c.engine === engine)))}
              </tr>`,
          )}
        </tbody>
      </table>`,
    ),
  );
}

function cell(convention: Convention | undefined): Html {
  if (convention?.answer === undefined || convention.answer === null) return html`<td>no gradient</td>`;
  return convention.valid
    ? html`<td>${convention.answer}</td>`
    : html`<td><strong>${convention.answer}</strong>, not a subgradient</td>`;
}
