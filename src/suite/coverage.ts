import type { Law } from "../checks/law.ts";
import { opOf } from "./plan.ts";
import type { JournalEntry, Outcome } from "./journal.ts";
import type { CoverageRow, Reason, Totals } from "./results.ts";

/** The whole run in numbers, and the same by op, engine and law. */
export function coverageOf(
  entries: readonly JournalEntry[],
  laws: readonly Law[],
): { readonly totals: Totals; readonly coverage: CoverageRow[] } {
  const orders = new Map(laws.map((law) => [law.name, law.order]));
  const groups = new Map<string, { op: string; engine: string; law: string; outcomes: Outcome[] }>();
  for (const { unit, outcomes } of entries) {
    const op = opOf(unit);
    for (const outcome of outcomes) {
      const key = [op, outcome.engine, outcome.law].join("\0");
      const group = groups.get(key) ?? { op, engine: outcome.engine, law: outcome.law, outcomes: [] };
      group.outcomes.push(outcome);
      groups.set(key, group);
    }
  }
  const coverage = [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { op, engine, law, outcomes }]) => rowOf(op, engine, law, orders.get(law) ?? 0, outcomes));
  const all = entries.flatMap((entry) => entry.outcomes);
  return {
    totals: { cases: entries.length, comparisons: total(all, "comparisons"), ...tallyOf(all) },
    coverage,
  };
}

function rowOf(op: string, engine: string, law: string, order: number, outcomes: readonly Outcome[]): CoverageRow {
  const because = reasonsOf(outcomes);
  return {
    op,
    engine,
    law,
    order,
    cases: outcomes.length,
    ...tallyOf(outcomes),
    worstUlp: worstOf(outcomes),
    entries: total(outcomes, "entries"),
    nonzeroEntries: total(outcomes, "nonzero"),
    ...(because.length === 0 ? {} : { because }),
  };
}

function worstOf(outcomes: readonly Outcome[]): number | null {
  const measured = outcomes.flatMap(({ worstUlp }) => (worstUlp === null ? [] : [worstUlp]));
  return measured.length === 0 ? null : measured.reduce((worst, ulp) => Math.max(worst, ulp), 0);
}

function total(outcomes: readonly Outcome[], member: "comparisons" | "entries" | "nonzero"): number {
  return outcomes.reduce((sum, outcome) => sum + outcome[member], 0);
}

function tallyOf(outcomes: readonly Outcome[]): Record<Outcome["verdict"], number> {
  const tally = { agree: 0, disagree: 0, inconclusive: 0, unsupported: 0, failed: 0 };
  for (const { verdict } of outcomes) tally[verdict]++;
  return tally;
}

/** Why checks ended without agreement, the most frequent reason first. */
function reasonsOf(outcomes: readonly Outcome[]): Reason[] {
  const counted = new Map<string, Reason>();
  for (const { verdict, because } of outcomes) {
    if (because === null || verdict === "agree" || verdict === "disagree") continue;
    const key = `${verdict}\0${because}`;
    counted.set(key, { verdict, reason: because, cases: (counted.get(key)?.cases ?? 0) + 1 });
  }
  return [...counted.values()].toSorted((a, b) => b.cases - a.cases || (a.reason < b.reason ? -1 : 1)).slice(0, 5);
}
