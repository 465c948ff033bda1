import { percent } from "../../reports/format.ts";
import { byImportance } from "../../reports/importance.ts";
import { counted, grouped, listOf, oneLine } from "../../reports/text.ts";
import type { Verdict } from "../../reports/verdict.ts";
import type { Finding, Results, Tally } from "../suite/results.ts";
import { quoted } from "./shell-words.ts";
import { aligned, fold, type Paint } from "./terminal.ts";
import { latest } from "./verify-flags.ts";

/** How a verdict is shown. */
export interface Layout {
  readonly width: number;
  readonly paint: Paint;
}

/** The most engines and findings that are told here; the report has all. */
const shown = { engines: 6, findings: 5, gone: 2, misses: 2 } as const;

const members = ["agree", "disagree", "inconclusive", "unsupported", "failed"] as const;

/**
 * What came of a run, in about twenty lines: the engines, the numbers, the findings that nobody expected, the verdict.
 *
 * @param folder of the run.
 * @param unchecked engines that were asked for and of which nothing could be told.
 * @param notes what else a reader has to know: that the run is not whole.
 */
export function verdictLines(
  results: Results,
  verdict: Verdict,
  folder: string,
  unchecked: readonly string[],
  notes: readonly string[],
  layout: Layout,
): string[] {
  const { unexpected, known, gone, missing } = verdict;
  const { paint } = layout;
  const misses = missing.flatMap(({ engine, misses }) => misses.map((miss) => `${engine}: ${miss}`));
  const lines = [
    ...engineLines(results),
    ...numberLines(results, verdict),
    ...goldenLines(results),
    ...(known.length === 0 ? [] : [`${counted(known.length, "known difference")} occurred; the report lists them.`]),
    ...(unexpected.length === 0 ? titleLines(known, paint("yellow", "△")) : findingLines(unexpected, folder, paint)),
    ...gone
      .slice(0, shown.gone)
      .map(
        ({ engines, op, kind, order }) =>
          `${paint("red", "✗")} known, and no longer so: ${oneLine(`${kind} of ${op}, order ${String(order)}, on ${listOf(engines)}`)}`,
      ),
    ...more(gone.length - shown.gone, "known difference that is gone", "known differences that are gone"),
    ...misses.slice(0, shown.misses).map((miss) => `${paint("red", "✗")} ${oneLine(miss)}`),
    ...more(misses.length - shown.misses, "answer that a golden vector does not expect"),
    ...notes.map((note) => paint("yellow", note)),
  ].flatMap((line) => fold(line, layout.width, "    "));
  return [...lines, ...sentenceLine(verdict, unchecked, layout)];
}

/** The verdict in a sentence, with its sign. */
export function sentenceLine(verdict: Verdict, unchecked: readonly string[], { width, paint }: Layout): string[] {
  const bad = verdict.state !== "good" || unchecked.length > 0;
  return fold(paint(bad ? "red" : "green", `${bad ? "✗" : "✓"} ${sentenceOf(verdict, unchecked)}`), width, "    ");
}

/** The verdict in a sentence: nothing is green by having checked nothing. */
export function sentenceOf({ state, sentence }: Verdict, unchecked: readonly string[]): string {
  return state === "good" && unchecked.length > 0
    ? `Nothing could be told of ${listOf(unchecked)}: no check was conclusive.`
    : oneLine(sentence);
}

/** Where a finding can be run again: the command of the report, with the folder where it is not the usual one. */
export function replayCommand(finding: Finding, folder: string): string {
  const command = oneLine(finding.replay);
  return folder === latest ? command : `${command} --out ${quoted(folder)}`;
}

/** Engines that took part and of which nothing was told: no check failed, and none compared a number to an end. */
export function inconclusiveEngines({ engines, coverage }: Results): string[] {
  const told = new Set(
    coverage
      .filter(({ agree, disagree, failed, entries }) => failed > 0 || (entries > 0 && agree + disagree > 0))
      .map(({ engine }) => engine),
  );
  return engines.filter(({ name, runs }) => runs && !told.has(name)).map(({ name }) => name);
}

/** What nobody expected, and one command for all of it: the first one's, with which the others are run again by their ids. */
function findingLines(unexpected: readonly Finding[], folder: string, paint: Paint): string[] {
  const [first] = byImportance(unexpected);
  if (first === undefined) return [];
  return [
    ...titleLines(unexpected, paint("red", "✗")),
    ...more(unexpected.length - shown.findings, "unexpected finding"),
    `  Run one again: ${replayCommand(first, folder)}`,
  ];
}

/** The most important findings, one a line. */
function titleLines(findings: readonly Finding[], sign: string): string[] {
  return byImportance(findings)
    .slice(0, shown.findings)
    .map(({ title, id }) => `${sign} ${oneLine(`${title} (${id})`)}`);
}

function engineLines({ engines, ...results }: Results): string[] {
  const rows = engines
    .slice(0, shown.engines)
    .map((engine) =>
      engine.runs
        ? [oneLine(engine.name), oneLine(engine.version), tallyText(tallyOf(results, engine.name))]
        : [oneLine(engine.name), `cannot run: ${oneLine(engine.because)}`],
    );
  return [...aligned(rows), ...more(engines.length - shown.engines, "engine")];
}

function numberLines({ run, totals }: Results, { checks, entries, nonzeroEntries }: Verdict): string[] {
  const shard = run.shard === null ? "" : `, part ${run.shard}`;
  const nonzero = entries === 0 ? "" : `, of which ${percent(nonzeroEntries, entries)} should not be zero`;
  return [
    "",
    `${counted(totals.cases, "case")} (seed ${String(run.seed)}${shard}), ${counted(checks, "check")}: ${members.map((m) => `${grouped(totals[m])} ${m}`).join(", ")}.`,
    `${counted(totals.comparisons, "comparison")} of ${counted(entries, "number")}${nonzero}.`,
  ];
}

/** What the golden vectors say of each engine. */
function goldenLines({ golden = [] }: Results): string[] {
  if (golden.length === 0) return [];
  const parts = golden.map(({ engine, misses, ...tally }) => {
    const unlike = misses.length === 0 ? "" : `, ${grouped(misses.length)} unlike`;
    return `${oneLine(engine)} ${grouped(tally.agree)} agree${unlike}`;
  });
  return [`Golden vectors: ${parts.join("; ")}.`];
}

function tallyOf({ coverage }: Pick<Results, "coverage">, engine: string): Tally {
  const rows = coverage.filter((row) => row.engine === engine);
  const sum = (member: keyof Tally): number => rows.reduce((total, row) => total + row[member], 0);
  return {
    agree: sum("agree"),
    disagree: sum("disagree"),
    inconclusive: sum("inconclusive"),
    unsupported: sum("unsupported"),
    failed: sum("failed"),
  };
}

/** What an engine does not have is told where it has nothing else. */
function tallyText(tally: Tally): string {
  const parts = members.filter((member) => tally[member] > 0);
  const told = parts.length === 1 ? parts : parts.filter((member) => member !== "unsupported");
  return told.length === 0 ? "no checks" : told.map((member) => `${grouped(tally[member])} ${member}`).join(", ");
}

function more(count: number, singular: string, plural?: string): string[] {
  return count > 0 ? [`  … and ${counted(count, `more ${singular}`, plural && `more ${plural}`)} in the report`] : [];
}
