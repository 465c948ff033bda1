import { sizeOf } from "../../base/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import type { Directions, Line } from "./line.ts";
import type { Slope } from "./slope.ts";

/** Derivatives estimated from values alone, one of each a direction: a batch of the shape of the function's result. */
export interface Differences {
  /** NaN where nothing is known. */
  readonly estimate: Tensor;
  /** How far the derivative may be from the estimate; ∞ where nothing is known. */
  readonly bound: Tensor;
  /**
   * 1 where the one-sided differences stay apart however small the step, else 0: a kink, a jump or a pole is within reach
   * of the smallest step. At a kink the bound spans both one-sided derivatives.
   */
  readonly kink: Tensor;
}

/** What is asked; see `finiteDifference`. */
export interface Question extends Directions {
  /** The function's value there. */
  readonly here: Tensor;
  readonly noise: Tensor;
  readonly claimed: Tensor | undefined;
}

/** A bound below this share of the estimate, or of the largest one, needs no further look. */
const GOOD = { float64: 1e-7, float32: 1e-4 } as const;

/** What is known so far of every element of the result along every line. */
export class Found {
  readonly here: Tensor;
  readonly size: number;
  private readonly estimate: Float64Array;
  private readonly bound: Float64Array;
  private readonly kink: Float64Array;
  private readonly count: number;
  private readonly claimed: Float64Array | undefined;
  private readonly good: number;

  constructor({ here, claimed, precision }: Question, count: number) {
    this.here = here;
    this.size = sizeOf(here.shape);
    this.count = count;
    this.claimed = claimed?.data;
    this.good = GOOD[precision];
    this.estimate = new Float64Array(count * this.size).fill(Number.NaN);
    this.bound = new Float64Array(count * this.size).fill(Number.POSITIVE_INFINITY);
    this.kink = new Float64Array(count * this.size);
  }

  /** Notes what is known of element `i` along line `n`. */
  put(n: number, i: number, estimate: number, bound: number, kink: boolean): void {
    const to = n * this.size + i;
    this.estimate[to] = estimate;
    this.bound[to] = bound;
    this.kink[to] = kink ? 1 : 0;
  }

  /** Nothing is known of a line. */
  forget(n: number): void {
    for (let i = 0; i < this.size; i++) this.put(n, i, Number.NaN, Number.POSITIVE_INFINITY, false);
  }

  /** Along a direction of zeros a function that has a value does not move. */
  still(n: number): void {
    for (let i = 0; i < this.size; i++) if (Number.isFinite(this.here.data[i])) this.put(n, i, 0, 0, false);
  }

  /**
   * Notes a slope where nothing was known, where it is the tighter one, or where it contradicts what was known: it is of
   * finer steps. A claim outside that a feature below the noise could bring about is neither borne out nor refuted.
   */
  improve(n: number, i: number, slope: Slope, by: number): void {
    const at = n * this.size + i;
    const [estimate, bound, hidden] = [slope.estimate * by, slope.bound * by, slope.hidden * by];
    const apart = Math.abs(estimate - this.estimate[at]!);
    if (!Number.isNaN(this.estimate[at]!) && bound >= this.bound[at]! && !(apart > bound + this.bound[at]!)) return;
    const off = this.claimed === undefined ? 0 : Math.abs(this.claimed[at]! - estimate);
    const doubtful = off > bound && off <= bound + hidden;
    this.put(n, i, estimate, doubtful ? Number.POSITIVE_INFINITY : bound, slope.kink);
  }

  /** The lines with an element whose bound is wide, or whose claim lies outside. */
  open(lines: readonly Line[]): Line[] {
    const enough = this.good * this.largest();
    const isOpen = (at: number): boolean => {
      const [estimate, bound] = [this.estimate[at]!, this.bound[at]!];
      if (!(bound <= Math.max(enough, this.good * Math.abs(estimate)))) return true;
      return this.claimed !== undefined && !(Math.abs(this.claimed[at]! - estimate) <= bound);
    };
    return lines.filter(({ n }) => {
      let i = n * this.size;
      while (i < (n + 1) * this.size && !isOpen(i)) i++;
      return i < (n + 1) * this.size;
    });
  }

  differences(): Differences {
    const tensor = (data: Float64Array): Tensor => new Tensor(this.here.shape, data, this.count);
    return { estimate: tensor(this.estimate), bound: tensor(this.bound), kink: tensor(this.kink) };
  }

  /** The largest derivative that is known at all, or 1. */
  private largest(): number {
    let most = 0;
    for (let i = 0; i < this.estimate.length; i++) {
      const size = Math.abs(this.estimate[i]!);
      if (this.bound[i]! < size && size > most) most = size;
    }
    return most > 0 ? most : 1;
  }
}
