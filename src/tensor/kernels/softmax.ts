import { reducedShape, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";
import { lanesOf } from "./reduce.ts";

/** One line of elements along the axis: where it starts, and how far apart its elements are. */
interface Line {
  readonly first: number;
  readonly step: number;
  readonly length: number;
}

/** The softmax along one axis, or its logarithm. */
export function exponentials(x: Tensor, axis: number, logarithm: boolean): Tensor {
  const out = allocate(x.data.length);
  forEachLine(x, axis, (line) => {
    const { first, step, length } = line;
    const most = largestAt(x.data, line);
    const largest = x.data[most]!;
    const others = othersOf(x.data, line, most);
    const total = 1 + others;
    const log = Math.log1p(others);
    for (let k = 0, at = first; k < length; k++, at += step) {
      const shifted = x.data[at]! - largest;
      out[at] = logarithm ? shifted - log : Math.exp(shifted) / total;
    }
  });
  return new Tensor(x.shape, out, x.batch);
}

/** ln Σ exp(x) over `axes`, from x less its largest element; −∞ of nothing. */
export function logSumExp(x: Tensor, axes: Shape, keepdims: boolean): Tensor {
  const { data, outer, length, inner } = lanesOf(x, axes);
  const out = allocate(outer * inner).fill(Number.NEGATIVE_INFINITY);
  if (length === 0) return new Tensor(reducedShape(x.shape, axes, keepdims), out, x.batch);
  for (let at = 0; at < out.length; at++) {
    const line = { first: Math.floor(at / inner) * length * inner + (at % inner), step: inner, length };
    const most = largestAt(data, line);
    const largest = data[most]!;
    // Nothing is added to an infinity, and NaN stays.
    out[at] = Number.isFinite(largest) ? largest + Math.log1p(othersOf(data, line, most)) : largest;
  }
  return new Tensor(reducedShape(x.shape, axes, keepdims), out, x.batch);
}

/** What is asked of {@link softmaxGradient}. */
export interface SoftmaxGradient {
  readonly axis: number;
  /** Whether it is of the logarithm of the softmax. */
  readonly logarithm: boolean;
}

/**
 * The cotangent of x from g, that of the softmax y of x: yᵢ·(gᵢ − Σ gⱼ·yⱼ), or of its logarithm: gᵢ − yᵢ·Σ gⱼ. Both are
 * computed from the elements other than the largest, for a 1 − yᵢ taken from a yᵢ near 1 has lost its digits.
 *
 * @param magnitudes whether the sum of the sizes of what is added up there is given instead: what rounding is a share of.
 */
export function softmaxGradient(g: Tensor, x: Tensor, of: SoftmaxGradient, magnitudes: boolean = false): Tensor {
  const batch = Math.max(g.batch, x.batch);
  const size = g.data.length / g.batch;
  const out = allocate(batch * size);
  for (let b = 0; b < batch; b++) {
    const y = x.batch > 1 ? x.data.subarray(b * size, (b + 1) * size) : x.data;
    const h = g.batch > 1 ? g.data.subarray(b * size, (b + 1) * size) : g.data;
    const to = out.subarray(b * size, (b + 1) * size);
    forEachLine(new Tensor(x.shape, y), of.axis, (line) => {
      gradientAlong(to, h, y, line, of.logarithm, magnitudes);
    });
  }
  return new Tensor(x.shape, out, batch);
}

function gradientAlong(
  out: Float64Array,
  g: Float64Array,
  x: Float64Array,
  line: Line,
  logarithm: boolean,
  magnitudes: boolean,
): void {
  const { first, step, length } = line;
  const most = largestAt(x, line);
  const others = othersOf(x, line, most);
  const total = 1 + others;
  const sign = magnitudes ? 1 : -1;
  const size = (v: number): number => (magnitudes ? Math.abs(v) : v);
  // With a logarithm Σ gⱼ, else Σ (gⱼ − gₘ)·yⱼ, of the elements other than the largest, m.
  let sum = 0;
  for (let k = 0, at = first; k < length; k++, at += step)
    if (at !== most) sum += logarithm ? size(g[at]!) : (size(g[at]! - g[most]!) * Math.exp(x[at]! - x[most]!)) / total;
  for (let k = 0, at = first; k < length; k++, at += step) {
    const y = Math.exp(x[at]! - x[most]!) / total;
    if (!logarithm) out[at] = y * (size(g[at]! - g[most]!) + sign * sum);
    else if (at === most) out[at] = size(g[at]!) * (others / total) + sign * y * sum;
    else out[at] = size(g[at]!) + sign * y * (sum + size(g[most]!));
  }
}

function forEachLine(x: Tensor, axis: number, visit: (line: Line) => void): void {
  const { outer, length, inner } = lanesOf(x, [axis]);
  if (length === 0) return;
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < inner; i++) visit({ first: o * length * inner + i, step: inner, length });
}

/** The place of the largest element of a line; NaN counts as larger than all. */
function largestAt(x: Float64Array, { first, step, length }: Line): number {
  let most = first;
  for (let k = 1, at = first + step; k < length; k++, at += step) if (!(x[at]! <= x[most]!)) most = at;
  return most;
}

/** Σ exp(xⱼ − xₘ) over the elements of a line other than the one at `most`, m. */
function othersOf(x: Float64Array, { first, step, length }: Line, most: number): number {
  // 0, or NaN where the largest is infinite: ∞ − ∞ leaves nothing known of the line.
  let total = x[most]! - x[most]!;
  for (let k = 0, at = first; k < length; k++, at += step) if (at !== most) total += Math.exp(x[at]! - x[most]!);
  return total;
}
