import { sizeOf, type Shape } from "../base/shape.ts";
import type { RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";

/** The deviations of x from its mean over axes, and their mean square; the axes stay as dimensions of 1. */
export interface Moments<V> {
  readonly deviation: V;
  readonly variance: V;
}

/**
 * In two passes: of squares of deviations nothing cancels. `correction` is taken from the number of elements, and leaves
 * 0 at least.
 */
export function moments<V>(kit: Kit<V>, x: V, axis: number | Shape | null, correction: number = 0): Moments<V> {
  const deviation = kit.sub(x, meanOver(kit, x, axis, 0));
  return { deviation, variance: meanOver(kit, kit.square(deviation), axis, correction) };
}

/** The sum over axes by the number of elements less `correction`; the axes stay as dimensions of 1. */
export function meanOver<V>(kit: Kit<V>, x: V, axis: number | Shape | null, correction: number): V {
  const total = kit.sum(x, { axis, keepdims: true });
  const size = sizeOf(kit.shape(total));
  const count = size === 0 ? 0 : sizeOf(kit.shape(x)) / size;
  return kit.div(total, Math.max(0, count - correction));
}

/** The mean of real numbers, and the mean square of what they are off from it. */
export function exactMoments<R>(
  real: RealArithmetic<R>,
  xs: readonly R[],
  correction: number = 0,
): { readonly mean: R; readonly variance: R } {
  const mean = real.div(real.sum(xs), xs.length);
  const squares = xs.map((x) => real.mul(real.sub(x, mean), real.sub(x, mean)));
  return { mean, variance: real.div(real.sum(squares), Math.max(0, xs.length - correction)) };
}
