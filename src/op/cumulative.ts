import { indexAt, normalizeAxis, placeAt, sizeOf, type Shape } from "../base/shape.ts";
import { axis, flag, type Attrs } from "./attrs.ts";
import { sampleAxis } from "./axis.ts";
import type { Call, Expression } from "./counterparts.ts";
import type { Draw, Sample } from "./domain.ts";
import type { ExactElement, RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";

/** Along which axis, and from which end. */
export interface Running {
  readonly axis?: number;
  readonly reverse?: boolean;
}

/** {@link Running}, and whether each element is left out of its own result. */
export interface Cumulative extends Running {
  readonly exclusive?: boolean;
}

/** The attributes of a running extreme. */
export const running: Attrs<Running> = {
  axis: axis("the axis to go along; a negative one counts from the end", 0),
  reverse: flag("whether it starts at the last element"),
};

/** The attributes of a cumulative sum. */
export const cumulative: Attrs<Cumulative> = {
  ...running,
  exclusive: flag("whether each element is left out of its own result"),
};

/** Draws a shape, an axis of it and the end to start at. */
export function sampleRunning(draw: Draw): Sample<Running> {
  const { shapes, attrs } = sampleAxis(draw);
  return { shapes, attrs: { ...attrs, reverse: draw.flag() } };
}

/** {@link sampleRunning}, with or without the element itself. */
export function sampleCumulative(draw: Draw): Sample<Cumulative> {
  const { shapes, attrs } = sampleRunning(draw);
  return { shapes, attrs: { ...attrs, exclusive: draw.flag() } };
}

/** The shape of x, if it has the axis. */
export function shapeAlong(op: string, shape: Shape, { axis: along }: Required<Running>): Shape {
  normalizeAxis(op, along, shape.length);
  return shape;
}

/** Whether element `from` along the axis counts for the result at `at`. */
function counts(from: number, at: number, { reverse, exclusive }: Required<Cumulative>): boolean {
  if (from === at) return !exclusive;
  return reverse ? from > at : from < at;
}

/** The definition: of all elements that count for a result, `of`. */
export function exactCumulative<A extends Running>(
  op: string,
  of: <R>(real: RealArithmetic<R>, xs: readonly R[]) => R,
): ExactElement<A> {
  return (real, [x], attrs) => {
    const { axis: along, ...ends } = attrs as Required<Running>;
    const at = normalizeAxis(op, along, x!.shape.length);
    const length = x!.shape[at]!;
    return (index) => {
      const all = Array.from({ length }, (_, i) => i);
      const counting = all.filter((i) => counts(i, index[at]!, { exclusive: false, axis: along, ...ends }));
      return of(
        real,
        counting.map((i) => x!.at(index.with(at, i))),
      );
    };
  };
}

/**
 * For each element of x those that count for its result, along one more axis at the end, which is as long as the one that
 * is gone along: shape `[…, n]`. The others are `fill`, or the element itself again where that is null, so that a reduction of
 * this axis gives the results.
 */
export function windows<V>(op: string, kit: Kit<V>, x: V, fill: number | null, attrs: Required<Cumulative>): V {
  const shape = kit.shape(x);
  const at = normalizeAxis(op, attrs.axis, shape.length);
  const out = [...shape, shape[at]!];
  const size = sizeOf(out);
  const places = new Int32Array(size);
  const inside = new Float64Array(size);
  for (let place = 0; place < size; place++) {
    const index = indexAt(place, out);
    const from = index.pop()!;
    const within = counts(from, index[at]!, attrs);
    const own = fill === null ? placeAt(index, shape) : -1;
    places[place] = within ? placeAt(index.with(at, from), shape) : own;
    inside[place] = within ? 1 : 0;
  }
  const elements = kit.gather_places(x, { places, shape: out });
  return fill === null ? elements : kit.where(kit.constant(out, inside), elements, fill);
}

/** A function of PyTorch that goes along an axis from its front, called from either end. */
export function fromEitherEnd(
  call: Call,
  x: Expression,
  { axis: along, reverse }: Required<Running>,
  run: (x: Expression) => Expression,
): Expression {
  return reverse ? call("torch.flip", run(call("torch.flip", x, [along])), [along]) : run(x);
}
