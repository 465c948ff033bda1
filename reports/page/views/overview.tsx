import { percent } from "../../format.ts";
import { counted, grouped, listOf, oneLine } from "../../text.ts";
import type { Mark } from "../model/marks.ts";
import type { Model } from "../model/model.ts";
import { hrefOf, type Route } from "../model/route.ts";
import { FindingLine } from "../parts/finding-line.tsx";
import { Symbol } from "../parts/mark.tsx";
import { Matrix } from "./matrix.tsx";
import { Unexpected } from "./unexpected.tsx";

/** Findings that the first page shows. */
const MOST = 5;

/** The verdict, what it stands on, the findings that matter most, and how every op stands on every engine. */
export function Overview({ model, route }: { readonly model: Model; readonly route: Route }) {
  const { verdict, results } = model;
  const mark: Mark = verdict.state === "good" ? "agree" : verdict.state === "bad" ? "unexpected" : "inconclusive";
  const isBad = verdict.unexpected.length > 0;
  const first = model.findings.slice(0, isBad ? Math.min(MOST, verdict.unexpected.length) : MOST);
  return (
    <>
      <header class={`masthead ${verdict.state}`}>
        <h1>
          <Symbol mark={mark} /> {oneLine(verdict.sentence)}
        </h1>
        <ul class="extent">
          <li>{extent(model)}</li>
          <li>
            {unsettled(model)} <a href={hrefOf(["coverage"])}>What was not checked, and why</a>
          </li>
          <li>{participants(model)}</li>
          {model.comparison !== null && (
            <li>
              Compared with the run before: {counted(model.comparison.findings.new.length, "new finding")},{" "}
              {grouped(model.comparison.findings.gone.length)} gone. <a href={hrefOf(["compare"])}>What differs</a>
            </li>
          )}
        </ul>
        <Tiles model={model} />
      </header>
      <Unexpected model={model} />
      {first.length > 0 && (
        <section aria-labelledby="first">
          <h2 id="first">{isBad ? "What was found" : "Known differences that occurred"}</h2>
          <ul class="findings">
            {first.map((finding) => (
              <FindingLine key={finding.id} finding={finding} />
            ))}
          </ul>
          <p>
            <a href={hrefOf(["findings"])}>All {counted(results.findings.length, "finding")}</a>
          </p>
        </section>
      )}
      <Matrix model={model} route={route} />
    </>
  );
}

function Tiles({ model: { verdict, results } }: { readonly model: Model }) {
  const { totals } = results;
  const tiles: readonly (readonly [Mark, string, number, string])[] = [
    ["agree", totals.agree === 1 ? "check agrees" : "checks agree", totals.agree, hrefOf(["coverage"])],
    ["unexpected", "unexpected", verdict.unexpected.length, hrefOf(["findings"], { known: "new" })],
    ["known", "known", verdict.known.length, hrefOf(["findings"], { known: "known" })],
    ["inconclusive", "inconclusive", totals.inconclusive, hrefOf(["coverage"])],
    ["unsupported", "unsupported", totals.unsupported, hrefOf(["coverage"])],
    ["failed", "failed", totals.failed, hrefOf(["coverage"])],
  ];
  return (
    <ul class="tiles">
      {tiles.map(([mark, text, n, href]) => (
        <li key={mark} class={n === 0 ? "zero" : mark}>
          <a href={href}>
            <span>
              <Symbol mark={mark} /> {text}
            </span>
            <strong>{grouped(n)}</strong>
          </a>
        </li>
      ))}
    </ul>
  );
}

function extent({ results, verdict, engines }: Model): string {
  const ops = new Set(results.coverage.map(({ op }) => op)).size;
  const laws = new Set(results.coverage.map(({ law }) => law)).size;
  const nonzero =
    verdict.entries === 0 ? "" : `, of which ${percent(verdict.nonzeroEntries, verdict.entries)} should not be zero`;
  return `${counted(results.totals.cases, "case")} of ${counted(ops, "op")} under ${counted(laws, "law")} on ${counted(engines.length, "engine")}: ${counted(results.totals.comparisons, "comparison")} of ${counted(verdict.entries, "number")}${nonzero}.`;
}

function unsettled({ results: { totals }, shortfalls }: Model): string {
  const parts = (["inconclusive", "unsupported", "failed"] as const)
    .filter((verdict) => totals[verdict] > 0)
    .map((verdict) => {
      const reason = shortfalls.find((one) => one.verdict === verdict)?.reason;
      return `${grouped(totals[verdict])} ${verdict}${reason === undefined ? "" : ` (most often: ${oneLine(reason)})`}`;
    });
  return parts.length === 0 ? "Every check came to agreement or disagreement." : `Not settled: ${listOf(parts)}.`;
}

function participants({ results: { engines } }: Model) {
  const running = engines.flatMap((engine) =>
    engine.runs ? [`${engine.name} ${engine.version}${engine.backend === null ? "" : ` (${engine.backend})`}`] : [],
  );
  const absent = engines.filter(({ runs }) => !runs);
  return (
    <>
      Engines: {oneLine(listOf(running)) || "none"}.
      {absent.map(({ name, because }) => (
        <span key={name}>
          {" "}
          {oneLine(name)} could not run: {oneLine(because ?? "")}.
        </span>
      ))}
    </>
  );
}
