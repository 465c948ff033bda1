import { InputError, ShapeError } from "../base/errors.ts";
import type { Shape } from "../base/shape.ts";
import type { Draw } from "./domain.ts";
import type { RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";

/**
 * The number of samples of a signal.
 *
 * @throws ShapeError of a scalar, InputError where there are none.
 */
export function signalLength(
  op: string,
  x: Shape,
  fft_length: number | null,
  natural: (last: number) => number,
): number {
  if (x.length === 0) throw new ShapeError(`${op}: expected a last axis to transform along, got a scalar`);
  const n = fft_length ?? natural(x.at(-1)!);
  if (n >= 1) return n;
  if (fft_length !== null) throw new InputError(`${op}: expected fft_length of 1 or more, got ${String(fft_length)}`);
  throw new ShapeError(
    `${op}: a last axis of ${String(x.at(-1)!)} makes a signal of ${String(n)} samples; give fft_length`,
  );
}

/** A shape or an index with another last number. */
export function withLast(shape: Shape, last: number): Shape {
  return [...shape.slice(0, -1), last];
}

/** Draws the dimensions before the last one. */
export function sampleLines(draw: Draw): Shape {
  return Array.from({ length: draw.integer(0, 3) }, () => Math.min(2, draw.dimension()));
}

/** Draws the last dimension: `low` to `high`, and rarely nothing, where the length is given and zeros fill it. */
export function sampleLast(draw: Draw, fft_length: number | null, low: number, high: number): number {
  if (fft_length === null) return draw.integer(low, high);
  return draw.integer(0, 14) === 14 ? 0 : draw.integer(1, high);
}

/** cos of k/n turns; the rational ones are known. */
export function exactCosine<R>(real: RealArithmetic<R>, k: number, n: number): R {
  const step = ((k % n) + n) % n;
  const twelfths = (12 * step) / n;
  if (twelfths % 3 === 0) return real.real([1, 0, -1, 0][twelfths / 3]!);
  if (twelfths % 2 === 0) return real.real(twelfths === 2 || twelfths === 10 ? 0.5 : -0.5);
  return real.cos(real.div(real.mul(2 * step, real.pi), n));
}

/** sin of k/n turns: the cosine of a quarter turn less. */
export function exactSine<R>(real: RealArithmetic<R>, k: number, n: number): R {
  return exactCosine(real, 4 * k - n, 4 * n);
}

/** The transpose of taking elements from `from` on along the last axis and applying a matrix: that of g, by this matrix. */
export function backThrough<V>(kit: Kit<V>, g: V, matrix: V, transpose: boolean, from: number, shape: Shape): V {
  const part = kit.matmul(g, matrix, { transpose_b: transpose });
  const start_indices = shape.map((_, d) => (d === shape.length - 1 ? from : 0));
  return kit.embed(part, { shape, start_indices, strides: shape.map(() => 1) });
}
