import type { JournalEntry, Outcome } from "./journal.ts";
import { opOf } from "./plan.ts";

/** A part of a run's time, in milliseconds. */
export interface Spent {
  readonly name: string;
  readonly ms: number;
}

/** When a run was, and where its time went: what differs between two runs of the same seed, engines and versions. */
export interface Timing {
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly stop: number;
  /** The parts of the run, in order, by the clock. */
  readonly phases?: readonly Spent[];
  /** Time summed over checks, of all workers, the largest first. What the checks of a case share counts for the first of them. */
  readonly engines?: readonly Spent[];
  readonly ops?: readonly Spent[];
  readonly laws?: readonly Spent[];
}

/** Notes how long the parts of a run take, one after the other. */
export class Stopwatch {
  readonly start: number;
  readonly phases: Spent[] = [];
  readonly #now: () => number;
  #since: number;

  constructor(now: () => number) {
    this.#now = now;
    this.start = now();
    this.#since = this.start;
  }

  /** The part of this name is done: it took all time since the one before. */
  lap(name: string): void {
    const now = this.#now();
    this.phases.push({ name, ms: Math.round(now - this.#since) });
    this.#since = now;
  }

  /** Where the time went, of a run that made these cases. */
  timing(entries: readonly JournalEntry[]): Timing {
    const checks = entries.flatMap(({ unit, outcomes }) =>
      outcomes.map(({ engine, law, ms }) => ({ op: opOf(unit), engine, law, ms })),
    );
    return {
      start: Math.round(this.start),
      stop: Math.round(this.#now()),
      phases: this.phases,
      engines: summed(checks, "engine"),
      ops: summed(checks, "op"),
      laws: summed(checks, "law"),
    };
  }
}

type Check = Pick<Outcome, "engine" | "law" | "ms"> & { readonly op: string };

function summed(checks: readonly Check[], by: "engine" | "op" | "law"): Spent[] {
  const sums = new Map<string, number>();
  for (const check of checks) sums.set(check[by], (sums.get(check[by]) ?? 0) + check.ms);
  return [...sums]
    .map(([name, ms]) => ({ name, ms: Math.round(ms) }))
    .toSorted((a, b) => b.ms - a.ms || (a.name < b.name ? -1 : 1));
}
