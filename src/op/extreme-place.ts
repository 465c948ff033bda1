import { normalizeAxes, type Shape } from "../base/shape.ts";
import { flag, optionalAxis, type Attrs } from "./attrs.ts";
import type { Counterparts } from "./counterparts.ts";
import type { Draw, Excuse, Sample } from "./domain.ts";
import type { ExactElement } from "./exact.ts";
import { NOTHING_IN_ALL, reducedInto, shapeOfSome } from "./reduction.ts";

/** Where the place of the largest or smallest element is looked for. */
export interface ExtremePlace {
  readonly axis?: number | null;
  readonly keepdims?: boolean;
}

/** The attributes of `argmax` and `argmin`. */
export const extremePlace: Attrs<ExtremePlace> = {
  axis: optionalAxis("the axis to look along; null looks at all elements, row-major"),
  keepdims: flag("whether the axis stays, as a dimension of 1; all of them where it is null"),
};

/** Of nothing there is no place. */
export const SOMETHING: readonly Excuse[] = [
  ...NOTHING_IN_ALL,
  { pair: ["rank=1", "dimensions=0"], because: "of nothing there is no place" },
];

/** Draws a shape with something to look at, and an axis of it or none. */
export function sampleExtremePlace(draw: Draw): Sample<ExtremePlace> {
  const shape = draw.shape(0, 4);
  const keepdims = draw.flag();
  if (shape.length === 0 || draw.integer(0, 2) === 0)
    return { shapes: [shape.map((d) => Math.max(1, d))], attrs: { axis: null, keepdims } };
  const axis = draw.integer(-shape.length, shape.length - 1);
  return { shapes: [shape.with(axis, Math.max(1, shape.at(axis)!))], attrs: { axis, keepdims } };
}

/** The shape of the places; of nothing there is none. */
export function shapeOfPlaces(op: string, shape: Shape, attrs: Required<ExtremePlace>): Shape {
  return shapeOfSome(op, "extreme element", shape, attrs);
}

/** The axes that are looked along. */
export function axesOf(op: string, shape: Shape, { axis }: Required<ExtremePlace>): Shape {
  return normalizeAxes(op, axis, shape.length);
}

/** The first place of the elements that are further than all others, upwards (`side` 1) or downwards (−1). */
export function exactPlace(op: string, side: 1 | -1): ExactElement<ExtremePlace> {
  return (real, [x], attrs) =>
    (index) => {
      const elements = reducedInto(op, x!, attrs, index);
      const first = elements.findIndex((e) => elements.every((other) => !(side * real.compare(other, e) > 0)));
      return real.real(first);
    };
}

/** The function of each library, called for integers, which are handed on as real numbers. */
export function placesElsewhere(tfjs: string, python: string): Counterparts<ExtremePlace> {
  return {
    tfjs: (call, { inputs: [x], shape }, { axis, keepdims }) => {
      const places = axis === null ? call(tfjs, call("reshape", x, [-1]), 0) : call(tfjs, x, axis);
      const numbers = call("cast", places, "float32");
      return keepdims ? call("reshape", numbers, shape) : numbers;
    },
    torch: (call, { inputs: [x] }, { axis, keepdims }) =>
      call("torch.Tensor.double", call(`torch.${python}`, x, { dim: axis, keepdim: keepdims })),
    jax: (call, { inputs: [x] }, { axis, keepdims }) =>
      call("jnp.asarray", call(`jnp.${python}`, x, { axis, keepdims }), { dtype: "float64" }),
  };
}
