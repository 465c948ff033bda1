import { UNIT_ROUNDOFF, type Precision } from "../../base/ulp.ts";
import { limitOf } from "./limit.ts";

/** The derivative of a function of one number, from values alone. */
export interface Slope {
  /** NaN where nothing is known. */
  readonly estimate: number;
  readonly bound: number;
  /** Whether the one-sided differences stay apart however small the step. */
  readonly kink: boolean;
  /** What a feature of the function may add that is lost in the noise of its values and no finer than the finest step. */
  readonly hidden: number;
}

/** Values of the function at x, and at x + h and x − h for each step h. */
export interface Values {
  readonly here: number;
  readonly after: Float64Array;
  readonly before: Float64Array;
}

/** What the rounding of an increment f(x + h) − f(x) may amount to, in units of the increment. */
const INCREMENT = 16;
/** A feature stays unseen in second differences, which hold four times the noise, up to about twice as much. */
const UNSEEN = 8;

/**
 * The slope at x, from values at a ladder of steps.
 *
 * The central differences (f(x + h) − f(x − h)) / 2h tend to it, their errors being even powers of h; the gap between the
 * one-sided ones, (f(x + h) − 2f(x) + f(x − h)) / h, tends to the jump of the slope at x: zero unless there is a kink.
 * Half of what the jump may be is part of the bound, so that at a kink it spans both one-sided slopes. Where one side has
 * no values, however near, the other side alone counts.
 *
 * @param noise how far f(x) may be off by rounding; values further on may also be off by a share of the increment.
 */
export function slopeOf(steps: readonly number[], values: Values, noise: number, precision: Precision): Slope {
  if (!Number.isFinite(values.here))
    return { estimate: Number.NaN, bound: Number.POSITIVE_INFINITY, kink: false, hidden: 0 };
  // Noise that could not be computed leaves an estimate without a bound.
  if (!Number.isFinite(noise)) {
    const guess = INCREMENT * UNIT_ROUNDOFF[precision] * Math.abs(values.here);
    return { ...slopeOf(steps, values, guess, precision), bound: Number.POSITIVE_INFINITY };
  }
  const last = steps.length - 1;
  const hidden = (UNSEEN * noise) / steps[last]!;
  const here = new Float64Array(steps.length).fill(values.here);
  const [right, left] = [Number.isFinite(values.after[last]), Number.isFinite(values.before[last])];
  if (right !== left) {
    const after = right ? values.after : here;
    const before = right ? here : values.before;
    const { slopes, slopeNoise } = differencesOf(steps, { here: values.here, after, before }, 1, noise, precision);
    const side = limitOf(steps, slopes, slopeNoise, 1);
    return { estimate: side.value, bound: side.bound, kink: false, hidden };
  }
  const { slopes, slopeNoise, gaps, gapNoise } = differencesOf(steps, values, 2, noise, precision);
  const slope = limitOf(steps, slopes, slopeNoise, 2);
  const gap = limitOf(steps, gaps, gapNoise, 1);
  const bound = slope.bound + (Math.abs(gap.value) + gap.bound) / 2;
  if (bound < Number.POSITIVE_INFINITY)
    return { estimate: slope.value, bound, kink: Math.abs(gap.value) > gap.bound, hidden };
  return { estimate: Number.NaN, bound: Number.POSITIVE_INFINITY, kink: staysOpen(gaps, gapNoise), hidden };
}

/** Differences over `width` steps and the gaps between one-sided ones, and what rounding may amount to in each. */
function differencesOf(
  steps: readonly number[],
  { here, after, before }: Values,
  width: 1 | 2,
  noise: number,
  precision: Precision,
): Readonly<Record<"slopes" | "slopeNoise" | "gaps" | "gapNoise", Float64Array>> {
  const rounding = INCREMENT * UNIT_ROUNDOFF[precision];
  const [slopes, slopeNoise] = [new Float64Array(steps.length), new Float64Array(steps.length)];
  const [gaps, gapNoise] = [new Float64Array(steps.length), new Float64Array(steps.length)];
  steps.forEach((h, k) => {
    const [up, down] = [after[k]! - here, before[k]! - here];
    const both = 2 * noise + rounding * (Math.abs(up) + Math.abs(down));
    const slope = (after[k]! - before[k]!) / (width * h);
    slopes[k] = slope;
    slopeNoise[k] = both / (width * h) + rounding * Math.abs(slope);
    gaps[k] = (up + down) / h;
    gapNoise[k] = (both + 2 * noise) / h + rounding * Math.abs(slope);
  });
  return { slopes, slopeNoise, gaps, gapNoise };
}

/** Whether the gap at the finest step is there beyond noise and is more than half of the one before. */
function staysOpen(gaps: Float64Array, noise: Float64Array): boolean {
  const last = gaps.length - 1;
  return last > 0 && Math.abs(gaps[last]!) > noise[last]! + Math.abs(gaps[last - 1]!) / 2;
}
