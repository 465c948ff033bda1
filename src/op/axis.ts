import { normalizeAxis, type Shape } from "../base/shape.ts";
import type { Draw, Sample } from "./domain.ts";
import type { ExactTensor } from "./exact.ts";

/** Draws a shape and one of its axes, counted from either end. */
export function sampleAxis(draw: Draw): Sample<{ readonly axis?: number }> {
  const shape = draw.shape(1, 4);
  const axis = draw.integer(0, shape.length - 1);
  return { shapes: [shape], attrs: { axis: draw.flag() ? axis : axis - shape.length } };
}

/** The elements of x along an axis through an index, each after `f`, which is called once an element. */
export function alongAxis<R>(op: string, x: ExactTensor<R>, axis: number, f: (x: R) => R): (index: Shape) => R[] {
  const at = normalizeAxis(op, axis, x.shape.length);
  const kept = new Map<string, R[]>();
  return (index) => {
    const line = index.with(at, 0).join();
    const known = kept.get(line);
    if (known !== undefined) return known;
    const made = Array.from({ length: x.shape[at]! }, (_, i) => f(x.at(index.with(at, i))));
    kept.set(line, made);
    return made;
  };
}
