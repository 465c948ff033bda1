import type { Results } from "../../src/suite/results.ts";
import { percent } from "../format.ts";
import { counted, grouped, listOf } from "../text.ts";
import type { Verdict } from "../verdict.ts";
import { html, type Html, type Part } from "./html.ts";
import { symbol, type Mark } from "./marks.ts";

/** The head of the page: the verdict as its title, and the numbers behind it. */
export function masthead(results: Results, verdict: Verdict): Html {
  const { totals } = results;
  const mark: Mark = verdict.state === "good" ? "agree" : verdict.state === "bad" ? "unexpected" : "inconclusive";
  const tiles: readonly (readonly [Mark, string, number])[] = [
    ["agree", totals.agree === 1 ? "check agrees" : "checks agree", totals.agree],
    [
      "unexpected",
      verdict.unexpected.length === 1 ? "unexpected finding" : "unexpected findings",
      verdict.unexpected.length,
    ],
    ["known", verdict.known.length === 1 ? "known difference" : "known differences", verdict.known.length],
    ["inconclusive", "inconclusive", totals.inconclusive],
    ["unsupported", "unsupported", totals.unsupported],
    ["failed", "failed", totals.failed],
  ];
  return html`<header class="masthead ${verdict.state}">
    <p class="brand">Cotangent <span>gradients, cross-checked</span></p>
    <h1>${symbol(mark)} ${verdict.sentence}</h1>
    <ul class="extent">
      <li>${extent(results, verdict)}</li>
      <li>${unjudged(results)}</li>
      <li>${participants(results)}</li>
    </ul>
    <dl class="tiles">
      ${tiles.map(
        ([tile, text, n]) =>
          html`<div class="${n === 0 ? "zero" : tile}">
            <dt>${symbol(tile)} ${text}</dt>
            <dd>${grouped(n)}</dd>
          </div>`,
      )}
    </dl>
  </header>`;
}

function extent(results: Results, verdict: Verdict): string {
  const running = results.engines.filter(({ runs }) => runs).length;
  const ops = new Set(results.coverage.map(({ op }) => op)).size;
  const laws = new Set(results.coverage.map(({ law }) => law)).size;
  const nonzero =
    verdict.entries === 0 ? "" : `, of which ${percent(verdict.nonzeroEntries, verdict.entries)} should not be zero`;
  return `${counted(results.totals.cases, "case")} of ${counted(ops, "op")} under ${counted(laws, "law")} on ${counted(running, "engine")}: ${counted(results.totals.comparisons, "comparison")} of ${counted(verdict.entries, "number")}${nonzero}.`;
}

function unjudged({ totals }: Results): Part {
  const parts = (["inconclusive", "unsupported", "failed"] as const)
    .filter((verdict) => totals[verdict] > 0)
    .map((verdict) => `${grouped(totals[verdict])} ${verdict}`);
  if (parts.length === 0) return "Every check came to agreement or disagreement.";
  return html`Not settled: ${listOf(parts)}. <a href="#unchecked">Why</a>`;
}

function participants({ engines }: Results): Html {
  const running = engines.flatMap((engine) =>
    engine.runs ? [`${engine.name} ${engine.version}${engine.backend === null ? "" : ` (${engine.backend})`}`] : [],
  );
  const absent = engines.flatMap((engine) => (engine.runs ? [] : [engine.name]));
  return html`Engines: ${listOf(running) || "none"}.
  ${absent.length === 0 ? null : html`Could not run: ${listOf(absent)}. <a href="#engines">Why</a>`}`;
}
