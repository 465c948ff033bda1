import { reducedShape, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";
import { lanesOf } from "./reduce.ts";

/** Orders up to which powers of numbers below 2 stay far inside float64. */
const MODERATE = 64;

/** (Σ |x|ᵖ)^(1/p) over `axes` for p ≠ 0, of elements scaled so that no power over- or underflows on the way. */
export function pNorm(x: Tensor, axes: Shape, p: number, keepdims: boolean): Tensor {
  const { data, outer, length, inner } = lanesOf(x, axes);
  const out = allocate(outer * inner);
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < inner; i++) {
      const first = o * length * inner + i;
      out[o * inner + i] = normOf(data, first, inner, first + length * inner, p);
    }
  return new Tensor(reducedShape(x.shape, axes, keepdims), out, x.batch);
}

/** The norm of the elements at `first`, `first + step` … before `end`. */
function normOf(data: Float64Array, first: number, step: number, end: number, p: number): number {
  // The element that weighs most: the largest, or of a negative order the smallest. Math.max and Math.min keep NaN.
  let leading = p > 0 ? 0 : Number.POSITIVE_INFINITY;
  for (let at = first; at < end; at += step) {
    const size = Math.abs(data[at]!);
    leading = p > 0 ? Math.max(leading, size) : Math.min(leading, size);
  }
  if (leading === 0 || !Number.isFinite(leading)) return leading;
  // By a power of two division is exact.
  const unit = Math.abs(p) <= MODERATE ? powerOfTwoNear(leading) : leading;
  let total = 0;
  for (let at = first; at < end; at += step) {
    const size = Math.abs(data[at]!) / unit;
    total += p === 2 ? size * size : size ** p;
  }
  return unit * (p === 2 ? Math.sqrt(total) : total ** (1 / p));
}

function powerOfTwoNear(x: number): number {
  return 2 ** Math.max(-1022, Math.min(1023, Math.floor(Math.log2(x))));
}
