/** The condition numbers up to which figures are shown, with the goals for the error that is caught in 99 % of cases. */
export const GOALS: readonly { readonly upTo: number; readonly goal: number }[] = [
  { upTo: 100, goal: 1e-5 },
  { upTo: 1000, goal: 1e-4 },
];

/** What came of the entries of one family, size and order. */
export class Tally {
  /** How many there were, how many of them a correct engine was wrongly accused of, and how many nothing was said of. */
  entries = 0;
  alarms = 0;
  inconclusive = 0;
  /** For each bin of condition numbers, the smallest relative errors that are caught: of the computation, of the function. */
  readonly ofComputation: readonly number[][] = GOALS.map(() => []);
  readonly ofFunction: readonly number[][] = GOALS.map(() => []);

  /** Notes the smallest relative error that is caught at an entry. */
  note(bins: readonly number[][], condition: number, caught: number): void {
    const bin = GOALS.findIndex(({ upTo }) => condition <= upTo);
    if (bin >= 0) bins[bin]!.push(caught);
  }

  add(other: Tally): void {
    this.entries += other.entries;
    this.alarms += other.alarms;
    this.inconclusive += other.inconclusive;
    for (const bin of GOALS.keys()) {
      for (const x of other.ofComputation[bin]!) this.ofComputation[bin]!.push(x);
      for (const x of other.ofFunction[bin]!) this.ofFunction[bin]!.push(x);
    }
  }
}

/** The error that is caught in 99 % of the cases; NaN of too few to say. */
export function caughtIn99(errors: readonly number[]): number {
  return errors.length < 100 ? Number.NaN : Float64Array.from(errors).toSorted()[Math.ceil(0.99 * errors.length) - 1]!;
}
