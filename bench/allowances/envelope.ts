import type { Allowance } from "../../src/op/op.ts";

/** Binades of |v| in which programs live: there the bound shall be as small as it can be. */
const MIDDLE = 20;
/**
 * Above the worst error that was seen, for there are more float32 numbers than were tried. A function that was seen to be
 * rounded correctly (error 1) is, for then it is computed in more digits.
 */
const MARGIN = 1.25;

/** An error in units of the unit roundoff, at a value. */
export interface Seen {
  readonly value: number;
  readonly error: number;
}

/** The worst errors by the size of the value, a quarter of a binade each. */
export class Envelope {
  readonly #bins = new Map<number, Seen>();

  /** Whether an error is the worst of its size so far. */
  isWorse({ value, error }: Seen): boolean {
    return error > (this.#bins.get(binOf(value))?.error ?? 0);
  }

  add(seen: Seen): void {
    if (this.isWorse(seen)) this.#bins.set(binOf(seen.value), seen);
  }

  /**
   * The smallest allowance that covers all errors: of all pairs (relative, absolute) the one with the smallest bound
   * relative·|v| + absolute in the geometric mean over the sizes of v in the middle.
   */
  fit(): Allowance {
    const bins = [...this.#bins.values()];
    const middle = bins.map(({ value }) => Math.abs(value)).filter((v) => Math.abs(Math.log2(v)) <= MIDDLE);
    const most = bins.reduce((m, { error }) => Math.max(m, error), 0);
    // Absolute parts to try: none, and steps of 2 % up to the largest error.
    const candidates = [0, ...Array.from({ length: 700 }, (_, k) => most * 0.98 ** k)];
    const fits = candidates.map((absolute): Allowance & { cost: number } => {
      const relative = bins.reduce(
        (m, { value, error }) => (error > absolute ? Math.max(m, (error - absolute) / Math.abs(value)) : m),
        0,
      );
      const cost = middle.reduce((sum, v) => sum + Math.log(relative + absolute / v), 0);
      return { relative, absolute, cost };
    });
    return fits.reduce((best, one) => (one.cost < best.cost ? one : best));
  }
}

function binOf(value: number): number {
  return Math.floor(4 * Math.log2(Math.abs(value)));
}

/** What is allowed, from what was seen: wider by the margin, to three digits. */
export function withMargin({ relative, absolute }: Allowance): Allowance {
  const widened = (x: number): number => Number((x * MARGIN).toPrecision(3));
  return { relative: relative <= 1 ? 1 : widened(relative), absolute: widened(absolute) };
}
