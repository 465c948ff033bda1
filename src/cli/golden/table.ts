import { counted, grouped } from "../../../reports/text.ts";
import type { Verdict } from "../../checks/compare.ts";
import type { FileOutcome, Miss } from "../../suite/golden/check-files.ts";
import { aligned } from "../terminal.ts";

const VERDICTS: readonly Verdict[] = ["agree", "disagree", "inconclusive", "unsupported", "failed"];
/** As many misses of one engine are told. */
const MOST_MISSES = 100;

/** The result in words: a table by engine and op, every miss, and a sentence. */
export function tableOf(outcomes: readonly FileOutcome[], stale: readonly string[], regenerated: number): string[] {
  const engines = [...new Set(outcomes.map(({ engine }) => engine))];
  const misses = outcomes.flatMap(({ misses }) => misses);
  return [
    ...engines.flatMap((engine) => [
      ...tableFor(
        engine,
        outcomes.filter((outcome) => outcome.engine === engine),
      ),
      "",
    ]),
    ...engines.flatMap((engine) => missesOf(misses.filter((miss) => miss.engine === engine && !miss.known))),
    ...stale,
    sentenceOf(misses, stale, regenerated),
  ];
}

function tableFor(engine: string, outcomes: readonly FileOutcome[]): string[] {
  const row = (name: string, of: readonly FileOutcome[]): string[] => [
    name,
    ...VERDICTS.map((verdict) => {
      const count = of.reduce((n, { counts }) => n + counts[verdict], 0);
      return count === 0 ? "·" : grouped(count);
    }),
  ];
  const rows = outcomes.map((outcome) => row(outcome.name, [outcome])).toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1));
  return aligned([[engine, ...VERDICTS], ...rows, row("all", outcomes)]);
}

function missesOf(misses: readonly Miss[]): string[] {
  const lines = misses
    .slice(0, MOST_MISSES)
    .map(
      ({ engine, where, id, method, kind, because }) =>
        `${where}: ${id}: ${engine}, ${method}: ${String(kind)}: ${because}`,
    );
  return misses.length > MOST_MISSES
    ? [...lines, `and ${counted(misses.length - MOST_MISSES, "more miss", "more misses")}`]
    : lines;
}

function sentenceOf(misses: readonly Miss[], stale: readonly string[], regenerated: number): string {
  const known = misses.filter((miss) => miss.known).length;
  const unexpected = misses.length - known;
  const words = [
    unexpected === 0 ? "Every conclusive answer is the expected one" : `${counted(unexpected, "answer")} unexpected`,
    ...(known === 0 ? [] : [`${counted(known, "known difference")} met`]),
    ...(regenerated === 0
      ? []
      : [
          stale.length === 0
            ? `${counted(regenerated, "file")} computed anew, byte by byte the same`
            : `${counted(stale.length, "difference")} from what golden update writes`,
        ]),
  ];
  return `${words.join("; ")}.`;
}
