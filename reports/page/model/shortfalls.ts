import type { CoverageRow, Reason } from "../../../src/suite/results.ts";

/** Checks that settled nothing for one reason. */
export interface Shortfall {
  readonly verdict: Reason["verdict"];
  readonly reason: string;
  readonly checks: number;
  readonly engines: ReadonlySet<string>;
  readonly ops: ReadonlySet<string>;
}

const VERDICTS = ["inconclusive", "unsupported", "failed"] as const;

/** Why checks settled nothing, the most frequent reason first. */
export function shortfallsOf(coverage: readonly CoverageRow[]): Shortfall[] {
  const all = new Map<string, Shortfall & { checks: number; engines: Set<string>; ops: Set<string> }>();
  for (const row of coverage)
    for (const verdict of VERDICTS) {
      if (row[verdict] === 0) continue;
      const given = (row.because ?? []).filter((reason) => reason.verdict === verdict);
      const told = given.reduce((total, { cases }) => total + cases, 0);
      const rest = { reason: "no reason was recorded", cases: Math.max(0, row[verdict] - told) };
      for (const { reason, cases } of [...given, rest]) {
        if (cases === 0) continue;
        const key = `${verdict}\0${reason}`;
        const entry = all.get(key) ?? { verdict, reason, engines: new Set(), ops: new Set(), checks: 0 };
        all.set(key, entry);
        entry.checks += cases;
        entry.engines.add(row.engine);
        entry.ops.add(row.op);
      }
    }
  return [...all.values()].toSorted((a, b) => b.checks - a.checks);
}
