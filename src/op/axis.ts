import { normalizeAxis, type Shape } from "../base/shape.ts";
import type { Draw, Sample } from "./domain.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";

/** Draws a shape and one of its axes, counted from either end. */
export function sampleAxis(draw: Draw): Sample<{ readonly axis?: number }> {
  const shape = draw.shape(1, 4);
  const axis = draw.integer(0, shape.length - 1);
  return { shapes: [shape], attrs: { axis: draw.flag() ? axis : axis - shape.length } };
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
  const largest = line.reduce((most, x) => real.max(most, x));
  return { largest, total: real.sum(line.map((x) => real.exp(real.sub(x, largest)))) };
}
