import { reducedShape, sizeOf, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";
import { permute } from "./permute.ts";

/** A tensor seen as `[outer, length, inner]`, the middle dimension being the one that is worked along. */
export interface Lanes {
  readonly data: Float64Array;
  readonly outer: number;
  readonly length: number;
  readonly inner: number;
}

/** `x` with its neighbouring `axes` (normalized, ascending) merged into one; axes apart are first moved to the end. */
export function lanesOf(x: Tensor, axes: Shape): Lanes {
  const rank = x.shape.length;
  const first = axes[0] ?? rank;
  if (axes.some((axis, i) => axis !== first + i)) {
    const kept = x.shape.map((_, i) => i).filter((i) => !axes.includes(i));
    const moved = permute(x, [...kept, ...axes]);
    return lanesOf(
      moved,
      axes.map((_, i) => kept.length + i),
    );
  }
  return {
    data: x.data,
    outer: x.batch * sizeOf(x.shape.slice(0, first)),
    length: sizeOf(x.shape.slice(first, first + axes.length)),
    inner: sizeOf(x.shape.slice(first + axes.length)),
  };
}

/** Sums over `axes`, in row-major order of the terms. */
export function sum(x: Tensor, axes: Shape, keepdims: boolean): Tensor {
  const { data, outer, length, inner } = lanesOf(x, axes);
  const out = allocate(outer * inner);
  for (let o = 0; o < outer; o++) {
    if (inner === 1) {
      let total = 0;
      for (let k = o * length; k < (o + 1) * length; k++) total += data[k]!;
      out[o] = total;
      continue;
    }
    for (let k = 0; k < length; k++) {
      const from = (o * length + k) * inner;
      for (let i = 0; i < inner; i++) out[o * inner + i]! += data[from + i]!;
    }
  }
  return new Tensor(reducedShape(x.shape, axes, keepdims), out, x.batch);
}

/** The largest element over `axes`; NaN where there is one. The axes hold at least one element. */
export function max(x: Tensor, axes: Shape, keepdims: boolean): Tensor {
  const { data, outer, length, inner } = lanesOf(x, axes);
  const out = allocate(outer * inner).fill(Number.NEGATIVE_INFINITY);
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < length; k++) {
      const from = (o * length + k) * inner;
      for (let i = 0; i < inner; i++) out[o * inner + i] = Math.max(out[o * inner + i]!, data[from + i]!);
    }
  }
  return new Tensor(reducedShape(x.shape, axes, keepdims), out, x.batch);
}

/** The first place over `axes` of the largest (`side` 1) or smallest (−1) element; NaN comes before all others. */
export function placeOfExtreme(x: Tensor, axes: Shape, side: 1 | -1, keepdims: boolean): Tensor {
  const { data, outer, length, inner } = lanesOf(x, axes);
  const out = allocate(outer * inner);
  for (let at = 0; at < out.length; at++) {
    const first = Math.floor(at / inner) * length * inner + (at % inner);
    let best = 0;
    for (let k = 1; k < length; k++) {
      const [known, next] = [data[first + best * inner]!, data[first + k * inner]!];
      if (!Number.isNaN(known) && !(side * next <= side * known)) best = k;
    }
    out[at] = best;
  }
  return new Tensor(reducedShape(x.shape, axes, keepdims), out, x.batch);
}

/** Sums the directions of a batch into one. */
export function sumBatch(x: Tensor): Tensor {
  const size = sizeOf(x.shape);
  const out = allocate(size);
  for (let n = 0; n < x.batch; n++) for (let i = 0; i < size; i++) out[i]! += x.data[n * size + i]!;
  return new Tensor(x.shape, out);
}

/** How far apart the elements lie; 0 for none. Those of −∞ do not count: their exponentials are exactly 0. */
export function spreadOf(x: Tensor): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of x.data) {
    if (value === Number.NEGATIVE_INFINITY) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least === Number.POSITIVE_INFINITY ? 0 : most - least;
}
