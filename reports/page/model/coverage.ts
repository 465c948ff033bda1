import type { CoverageRow } from "../../../src/suite/results.ts";

/** Checks, and how many of them came to agreement or disagreement. */
interface Checks {
  cases: number;
  conclusive: number;
}

/** What a law was tried at. */
export interface LawTally extends Readonly<Checks> {
  readonly law: string;
  readonly order: number;
  /** How many ops it was tried at. */
  readonly ops: number;
  readonly entries: number;
  readonly nonzero: number;
}

/** What an op was tried under. */
export interface OpTally {
  readonly op: string;
  readonly cases: number;
  readonly byLaw: ReadonlyMap<string, Readonly<Checks>>;
}

/** The coverage by law, and by op and law, over all engines. */
export function lawTalliesOf(rows: readonly CoverageRow[]): {
  readonly laws: readonly LawTally[];
  readonly ops: readonly OpTally[];
} {
  const laws = new Map<string, Checks & { order: number; ops: Set<string>; entries: number; nonzero: number }>();
  const ops = new Map<string, Map<string, Checks>>();
  for (const { op, law, order, cases, agree, disagree, entries, nonzeroEntries } of rows) {
    const tally = laws.get(law) ?? { order, ops: new Set(), cases: 0, conclusive: 0, entries: 0, nonzero: 0 };
    laws.set(law, tally);
    tally.ops.add(op);
    tally.entries += entries;
    tally.nonzero += nonzeroEntries;
    const byLaw = ops.get(op) ?? new Map<string, Checks>();
    ops.set(op, byLaw);
    const cell = byLaw.get(law) ?? { cases: 0, conclusive: 0 };
    byLaw.set(law, cell);
    for (const sum of [tally, cell]) {
      sum.cases += cases;
      sum.conclusive += agree + disagree;
    }
  }
  return {
    laws: [...laws]
      .map(([law, { ops: of, ...tally }]) => ({ law, ...tally, ops: of.size }))
      .toSorted((a, b) => a.order - b.order || (a.law < b.law ? -1 : 1)),
    ops: [...ops]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([op, byLaw]) => ({
        op,
        byLaw,
        cases: [...byLaw.values()].reduce((sum, { cases }) => sum + cases, 0),
      })),
  };
}
