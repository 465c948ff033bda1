import { ShapeError } from "../base/errors.ts";
import { formatShape, indicesOf, normalizeAxes, reducedShape, sizeOf, type Shape } from "../base/shape.ts";
import { axes, flag, type Attrs } from "./attrs.ts";
import { drawAxes } from "./axis.ts";
import type { Draw, Excuse, Sample } from "./domain.ts";
import type { ExactTensor } from "./exact.ts";

/** What the reductions have in common: over which axes, and whether these stay as dimensions of 1. */
export interface Reduction {
  readonly axis?: number | Shape | null;
  readonly keepdims?: boolean;
}

/** The attributes of a reduction. */
export const reduction: Attrs<Reduction> = {
  axis: axes("the axis or axes to reduce; negative ones count from the end; null reduces all"),
  keepdims: flag("whether reduced axes stay, as dimensions of 1"),
};

/** The shape of the result of a reduction. */
export function shapeReduced(op: string, shape: Shape, { axis, keepdims }: Required<Reduction>): Shape {
  return reducedShape(shape, normalizeAxes(op, axis, shape.length), keepdims);
}

/** The shape with the reduced axes kept as 1: what a result is reshaped to so that it broadcasts against the input. */
export function shapeKept(op: string, shape: Shape, { axis }: Required<Reduction>): Shape {
  return shapeReduced(op, shape, { axis, keepdims: true });
}

/** {@link shapeReduced} of a reduction that is not defined on nothing; `what` it looks for says the error. */
export function shapeOfSome(op: string, what: string, shape: Shape, attrs: Required<Reduction>): Shape {
  const out = shapeReduced(op, shape, attrs);
  if (sizeOf(shape) === 0 && sizeOf(out) > 0)
    throw new ShapeError(`${op}: the ${what} of nothing, got shape ${formatShape(shape)}; reduce a non-empty axis`);
  return out;
}

/** Whether a reduction over `axis` leaves x as it is; PyTorch reads an empty list as all axes. */
export function reducesNothing(axis: number | Shape | null): boolean {
  return typeof axis === "object" && axis?.length === 0;
}

/** Draws a shape and the attributes of a reduction over it, of dimensions of at least `least`. */
export function sampleReduction(draw: Draw, least: number = 0): Sample<Reduction> {
  const shape = draw.shape(0, 4);
  const axis = drawAxes(draw, shape.length);
  const reduced = normalizeAxes("sample", axis, shape.length);
  return {
    shapes: [shape.map((d, i) => (reduced.includes(i) ? Math.max(d, least) : d))],
    attrs: { axis, keepdims: draw.flag() },
  };
}

/** Why samples of all axes hold something, for what is not defined of nothing. */
export const NOTHING_IN_ALL: readonly Excuse[] = [
  { pair: ["axis=null", "dimensions=0"], because: "there is no such number of nothing" },
];

/** The elements of x that a reduction brings together in the element of its result at `index`. */
export function reducedInto<R>(op: string, x: ExactTensor<R>, attrs: Required<Reduction>, index: Shape): R[] {
  const reduced = normalizeAxes(op, attrs.axis, x.shape.length);
  const rest = attrs.keepdims ? index.filter((_, d) => !reduced.includes(d)) : index;
  return indicesOf(reduced.map((axis) => x.shape[axis]!)).map((within) => {
    let next = 0;
    return x.at(x.shape.map((_, d) => (reduced.includes(d) ? within[reduced.indexOf(d)]! : rest[next++]!)));
  });
}
