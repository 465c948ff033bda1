import type { Finding, Results } from "../src/suite/results.ts";
import type { Comparison } from "./comparison.ts";
import { comparisonParts, comparisonSentence } from "./comparison-text.ts";
import { errorText } from "./finding-text.ts";
import { percent } from "./format.ts";
import { byImportance } from "./importance.ts";
import { codeBlock, codeSpan, markdown, markdownLink } from "./markdown.ts";
import { counted, grouped, orderName } from "./text.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/** The most findings of a kind that a summary tells; the report has all. */
const told = 20;

/** GitHub takes no summary of more than 1 MiB: so many bytes, and a sentence. */
const room = 1_000_000;

const signs: Readonly<Record<Verdict["state"], string>> = { good: "✅", bad: "❌", empty: "❔" };

function finding(found: Finding): string {
  return [
    `### ${markdown(found.title)}`,
    `${codeSpan(found.engine)} · ${codeSpan(found.op)} · ${found.kind} · ${orderName(found.order)} · ${markdown(found.law)}`,
    markdown(found.diagnosis),
    `${markdown(errorText(found))}.`,
    codeBlock(found.replay, "sh"),
  ].join("\n\n");
}

function known({ title, engine, known: reason }: Finding): string {
  const link = reason?.link ?? null;
  const because = markdown(reason?.because ?? "");
  return `- ${codeSpan(engine)} ${markdown(title)}, because ${because}${link === null ? "" : ` (${markdownLink(link, "link")})`}`;
}

function rest(length: number): string[] {
  return length > told ? [`${grouped(length - told)} more are in the report.`] : [];
}

function engines(results: Results): string {
  const rows = results.engines.map(
    (engine) =>
      `| ${codeSpan(engine.name)} | ${markdown(engine.version ?? "unknown")} | ${markdown(engine.backend ?? (engine.runs ? "itself" : "unknown"))} | ${engine.runs ? "yes" : `no: ${markdown(engine.because)}`} |`,
  );
  return ["| engine | version | stands on | took part |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function compared(comparison: Comparison): string[] {
  const parts = comparisonParts(comparison);
  return [
    "### Compared with the run before",
    markdown(comparisonSentence(comparison)),
    ...(parts.length === 0 ? ["Nothing differs."] : []),
    ...parts.flatMap(({ title, lines }) => [
      `**${title}**`,
      lines
        .slice(0, told)
        .map((line) => `- ${markdown(line)}`)
        .join("\n"),
      ...rest(lines.length),
    ]),
  ];
}

/** The blocks that there is room for: each whole or not at all. */
function fitting(blocks: readonly string[]): string[] {
  const encoder = new TextEncoder();
  const kept: string[] = [];
  let left = room;
  for (const block of blocks) {
    const size = encoder.encode(block).length + 2;
    if (size > left) continue;
    left -= size;
    kept.push(block);
  }
  return kept.length === blocks.length ? kept : [...kept, "What is too long for a summary is in the report."];
}

/**
 * The run as Markdown, for `$GITHUB_STEP_SUMMARY` and the like.
 *
 * @param comparison with a run before, if there is one.
 */
export function renderSummary(results: Results, comparison?: Comparison): string {
  const verdict = verdictOf(results);
  const { totals } = results;
  const blocks = [
    `## ${signs[verdict.state]} Cotangent: ${markdown(verdict.sentence)}`,
    `${counted(totals.cases, "case")}, ${counted(totals.comparisons, "comparison")} of ${counted(verdict.entries, "number")} (${percent(verdict.nonzeroEntries, verdict.entries)} should not be zero): ${grouped(totals.agree)} agree, ${grouped(totals.disagree)} disagree, ${grouped(totals.inconclusive)} inconclusive, ${grouped(totals.unsupported)} unsupported, ${grouped(totals.failed)} failed.`,
    ...(comparison === undefined ? [] : compared(comparison)),
    ...byImportance(verdict.unexpected).slice(0, told).map(finding),
    ...rest(verdict.unexpected.length),
    ...verdict.missing.flatMap(({ engine, misses }) => [
      ...misses.slice(0, told).map((miss) => `- ${codeSpan(engine)} on golden vectors: ${codeSpan(miss)}`),
      ...rest(misses.length),
    ]),
    ...verdict.unexplained
      .slice(0, told)
      .map(({ row, reason }) => `- ${codeSpan(row.engine)} ${codeSpan(row.op)} ${orderName(row.order)}: ${reason}`),
    ...(verdict.gone.length === 0
      ? []
      : [
          "### Known, and no longer so",
          verdict.gone
            .map(({ engines: on, op, kind }) => `- ${kind} of ${codeSpan(op)} on ${on.map(codeSpan).join(", ")}`)
            .join("\n"),
        ]),
    engines(results),
    ...(verdict.known.length === 0
      ? []
      : [
          [
            `<details><summary>${counted(verdict.known.length, "known difference")}</summary>`,
            byImportance(verdict.known).slice(0, told).map(known).join("\n"),
            ...rest(verdict.known.length),
            "</details>",
          ].join("\n\n"),
        ]),
  ];
  return `${fitting(blocks).join("\n\n")}\n`;
}
