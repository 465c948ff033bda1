import { normalizeAxis, type Shape } from "../base/shape.ts";
import type { Draw, Sample } from "./domain.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";

/** Draws a shape and one of its axes, counted from either end. */
export function sampleAxis(draw: Draw): Sample<{ readonly axis?: number }> {
  const shape = draw.shape(1, 4);
  return { shapes: [shape], attrs: { axis: drawAxis(draw, shape.length) } };
}

/** Draws an axis of a tensor of a rank, counted from either end. */
export function drawAxis(draw: Draw, rank: number): number {
  return eitherEnd(draw, draw.integer(0, rank - 1), rank);
}

/** An axis as it is counted from the front or from the end. */
export function eitherEnd(draw: Draw, axis: number, rank: number): number {
  return draw.flag() ? axis : axis - rank;
}

/** Draws one axis, several in any order, or null, counted from either end. */
export function drawAxes(draw: Draw, rank: number): number | Shape | null {
  if (draw.integer(0, 3) === 0) return null;
  return rank > 0 && draw.flag() ? drawAxis(draw, rank) : drawDistinctAxes(draw, rank);
}

/** Draws some of the axes, in any order, counted from either end. */
export function drawDistinctAxes(draw: Draw, rank: number): Shape {
  const rest = Array.from({ length: rank }, (_, i) => i);
  const count = draw.integer(0, rank);
  return Array.from({ length: count }, () =>
    eitherEnd(draw, rest.splice(draw.integer(0, rest.length - 1), 1)[0]!, rank),
  );
}

/** What a definition takes from the elements of x along an axis through an index; asked for once a line. */
export function alongAxis<R, T>(
  op: string,
  x: ExactTensor<R>,
  axis: number,
  take: (line: readonly R[]) => T,
): (index: Shape) => T {
  const at = normalizeAxis(op, axis, x.shape.length);
  const kept = new Map<string, T>();
  return (index) => {
    const line = index.with(at, 0).join();
    const known = kept.get(line);
    if (known !== undefined) return known;
    const made = take(Array.from({ length: x.shape[at]! }, (_, i) => x.at(index.with(at, i))));
    kept.set(line, made);
    return made;
  };
}

/** The largest element of a line, m, and Σ exp(x − m): shifting by m changes no softmax, and no exponential overflows. */
export function shiftedExponentials<R>(
  real: RealArithmetic<R>,
  line: readonly R[],
): { readonly largest: R; readonly total: R } {
  const largest = line.reduce((most, x) => real.max(most, x), real.real(-Infinity));
  return { largest, total: real.sum(line.map((x) => real.exp(real.sub(x, largest)))) };
}
