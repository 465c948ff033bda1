import type { GoldenTally, Results } from "../../src/suite/results.ts";
import { counted, grouped } from "../text.ts";
import { html, type Html } from "./html.ts";
import { scroller, section } from "./parts.ts";

/** The engines, and those that could not run. */
export function engines(results: Results): Html {
  const rows = results.engines.map(
    (engine) =>
      html`<tr>
        <th scope="row">${engine.name}</th>
        <td>${engine.version ?? "unknown"}</td>
        <td>${engine.backend ?? (engine.runs ? "itself" : "unknown")}</td>
        <td>${engine.precision ?? "unknown"}</td>
        <td>${goldenOf(results, engine.name)}</td>
        <td class="reason">${standing(engine)}</td>
      </tr>`,
  );
  return section(
    "engines",
    "Engines",
    scroller(
      "Engines",
      html`<table>
        <caption>
          <span>Who took part, in which version, and what each stands on.</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Engine</th>
            <th scope="col">Version</th>
            <th scope="col">Stands on</th>
            <th scope="col">Precision</th>
            <th scope="col">Golden vectors</th>
            <th scope="col">Took part</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
    ),
    (results.golden ?? []).filter(({ misses }) => misses.length > 0).map(missesOf),
  );
}

/** How many answers that golden vectors ask for were the expected ones. */
function goldenOf({ golden = [] }: Results, name: string): string {
  const found = golden.find(({ engine }) => engine === name);
  if (found === undefined) return "not asked";
  const { agree, misses } = found;
  return `${grouped(agree)} agree${misses.length === 0 ? "" : `, ${grouped(misses.length)} unlike`}`;
}

/** The answers of an engine that golden vectors do not expect. */
function missesOf({ engine, misses, judged }: GoldenTally): Html {
  const why = judged
    ? "They fail the run."
    : "They do not fail the run: what is known of this engine cannot speak of a vector's values.";
  const all = misses.map((miss) => html`<li>${miss}</li>`);
  return html`<details>
    <summary>${engine}: ${counted(misses.length, "answer")} that a golden vector does not expect</summary>
    <p>${why}</p>
    <ul>
      ${all}
    </ul>
  </details>`;
}

function standing(engine: Results["engines"][number]): Html {
  return engine.runs ? html`yes` : html`<strong>no</strong>, because ${engine.because}`;
}
