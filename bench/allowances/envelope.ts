import type { Allowance } from "../../src/op/op.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";

/** Binades of |v| in which programs live: there the bound shall be as small as it can be. */
const MIDDLE = 20;
/** Above the worst error that was seen, for there are more float32 numbers than were tried. */
const MARGIN = 1.25;
/** What IEEE 754 says to round correctly; where it was seen to be, it is. */
const IEEE: readonly string[] = ["add", "subtract", "multiply", "divide", "sqrt", "square"];

/** A share by which an absolute part has to lower the bound to be stated at all. */
const WORTH = 0.02;

/** An error in units of the unit roundoff, and where it was seen: element `i` of the op at these inputs. */
export interface Seen {
  readonly value: number;
  /** What the engine gave for the value. */
  readonly got: number;
  readonly error: number;
  readonly inputs: readonly Tensor[];
  readonly i: number;
}

/** The worst errors by the size of the value, a quarter of a binade each: the largest, and the largest for its value. */
export class Envelope {
  readonly #largest = new Map<number, Seen>();
  readonly #steepest = new Map<number, Seen>();

  /** Whether an error is the worst of its size so far. */
  isWorse(value: number, error: number): boolean {
    return this.#isLarger(value, error) || this.#isSteeper(value, error);
  }

  add(seen: Seen): void {
    const bin = binOf(seen.value);
    if (this.#isLarger(seen.value, seen.error)) this.#largest.set(bin, seen);
    if (this.#isSteeper(seen.value, seen.error)) this.#steepest.set(bin, seen);
  }

  /** The worst of each size. */
  get worst(): readonly Seen[] {
    return [...new Set([...this.#largest.values(), ...this.#steepest.values()])];
  }

  #isLarger(value: number, error: number): boolean {
    return error > (this.#largest.get(binOf(value))?.error ?? 0);
  }

  #isSteeper(value: number, error: number): boolean {
    const worst = this.#steepest.get(binOf(value));
    return error > 0 && !(worst !== undefined && error / Math.abs(value) <= worst.error / Math.abs(worst.value));
  }

  /**
   * The smallest allowance that covers all errors: of all pairs (relative, absolute) the one with the smallest bound
   * relative·|v| + absolute in the geometric mean over the sizes of v in the middle.
   */
  fit(): Allowance {
    const middle = this.worst.map(({ value }) => Math.abs(value)).filter((v) => Math.abs(Math.log2(v)) <= MIDDLE);
    const most = this.worst.reduce((m, { error }) => Math.max(m, error), 0);
    // Absolute parts to try: none, and steps of 2 % down from the largest error.
    const candidates = [0, ...Array.from({ length: 1400 }, (_, k) => most * 0.98 ** k)];
    const fits = candidates.map((absolute) => {
      const relative = this.worst.reduce(
        (m, { value, error }) => (error > absolute ? Math.max(m, (error - absolute) / Math.abs(value)) : m),
        0,
      );
      const cost = middle.reduce((sum, v) => sum + Math.log(relative + absolute / v), 0) / middle.length;
      return { relative, absolute, cost: absolute === 0 ? cost : cost + WORTH };
    });
    const { relative, absolute } = fits.reduce((best, one) => (one.cost < best.cost ? one : best));
    return { relative, absolute };
  }
}

function binOf(value: number): number {
  return Math.floor(4 * Math.log2(Math.abs(value)));
}

/** What is allowed of an op, from what was seen: wider by the margin, to three digits. No op rounds less than correctly. */
export function allowed(op: string, { relative, absolute }: Allowance): Allowance {
  if (IEEE.includes(op) && relative <= 1 && absolute === 0) return { relative: 1, absolute: 0 };
  return { relative: widened(Math.max(1, relative)), absolute: widened(absolute) };
}

function widened(x: number): number {
  return Number((x * MARGIN).toPrecision(3));
}
