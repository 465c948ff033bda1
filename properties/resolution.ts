import type { Precision } from "../src/base/ulp.ts";
import type { Tensor } from "../src/tensor/tensor.ts";

/**
 * Where the truth is an estimate (finite differences), an error below this share of the largest derivative is not
 * looked for; other laws see smaller ones.
 */
export const RESOLUTION = 1e-6;

/** The largest absolute value, or 1 where all are zero. */
export function largestOf(x: Tensor): number {
  const most = x.data.reduce((m, v) => (Math.abs(v) > m ? Math.abs(v) : m), 0);
  return most > 0 ? most : 1;
}

/** The same for differences of an engine's own values, which have no more digits than these. */
export const OWN_RESOLUTION: Readonly<Record<Precision, number>> = { float32: 1 / 64, float64: RESOLUTION };

/** The same for what cancels to zero in correct engines: a share of the terms that cancel. */
export const CANCELLED = 1e-3;
