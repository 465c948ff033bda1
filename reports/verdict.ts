import type { KnownDifference } from "../src/suite/known-schema.ts";
import type { Finding, GoldenTally, Results } from "../src/suite/results.ts";
import { outcomesOf, type Outcome, type Outcomes } from "./outcome.ts";
import { counted, grouped, listOf } from "./text.ts";

/** What the run says, for every report alike. */
export interface Verdict {
  /** `good`: exit code 0. `bad`: something unexpected. `empty`: nothing was compared, which is no success. */
  readonly state: "good" | "bad" | "empty";
  /** The verdict in one sentence, plain text. */
  readonly sentence: string;
  readonly unexpected: readonly Finding[];
  readonly known: readonly Finding[];
  readonly gone: readonly KnownDifference[];
  /** Engines that answered golden vectors otherwise than these expect, where that fails the run. */
  readonly missing: readonly GoldenTally[];
  /** Rows where something went wrong that no finding explains. */
  readonly unexplained: readonly Outcome[];
  /** All checks: a check is one case on one engine under one law. */
  readonly checks: number;
  readonly entries: number;
  readonly nonzeroEntries: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function alarm(verdict: Omit<Verdict, "state" | "sentence">): string {
  const { unexpected, gone, missing, unexplained } = verdict;
  const engines = [...new Set(unexpected.map(({ engine }) => engine))];
  return listOf([
    ...(unexpected.length === 0 ? [] : [`${counted(unexpected.length, "unexpected finding")} in ${listOf(engines)}`]),
    ...(gone.length === 0
      ? []
      : [`${counted(gone.length, "known difference")} that no longer ${gone.length === 1 ? "occurs" : "occur"}`]),
    ...missing.map(
      ({ engine, misses }) => `${counted(misses.length, "answer")} of ${engine} that a golden vector does not expect`,
    ),
    ...(unexplained.length === 0 ? [] : [`${counted(unexplained.length, "failure")} that no finding explains`]),
  ]);
}

/**
 * The verdict of a run.
 *
 * @param outcomes how its rows ended, where that is known already.
 */
export function verdictOf(results: Results, { rows }: Outcomes = outcomesOf(results)): Verdict {
  const { agree, disagree, inconclusive, unsupported, failed } = results.totals;
  const checks = agree + disagree + inconclusive + unsupported + failed;
  const facts = {
    unexpected: results.findings.filter(({ known }) => known === null),
    known: results.findings.filter(({ known }) => known !== null),
    gone: results.gone ?? [],
    missing: (results.golden ?? []).filter(({ judged, misses }) => judged && misses.length > 0),
    unexplained: rows.filter(({ status, findings }) => status === "failed" && findings.length === 0),
    checks,
    entries: sum(results.coverage.map(({ entries }) => entries)),
    nonzeroEntries: sum(results.coverage.map(({ nonzeroEntries }) => nonzeroEntries)),
  };
  const found = alarm(facts);
  if (found === "" && agree + disagree + failed === 0)
    return {
      ...facts,
      state: "empty",
      sentence: `Nothing was compared: ${counted(checks, "check")}, none conclusive.`,
    };
  const known = facts.known.length === 0 ? "" : `, and ${counted(facts.known.length, "known difference")} occurred`;
  const rest = `${grouped(agree)} of ${counted(checks, "check")} agree${known}.`;
  return found === ""
    ? { ...facts, state: "good", sentence: `Nothing unexpected: ${rest}` }
    : { ...facts, state: "bad", sentence: `${found}; ${rest}` };
}
