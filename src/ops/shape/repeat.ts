import { InputError } from "../../base/errors.ts";
import { formatShape, indexAt, normalizeAxis, sizeOf, type Shape } from "../../base/shape.ts";
import { integerOrIntegers, optionalAxis } from "../../op/attrs.ts";
import { drawAxis } from "../../op/axis.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { crossPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/** How often each element along an axis is repeated. */
export interface Repeat {
  readonly repeats: number | Shape;
  readonly axis?: number | null;
}

/**
 * Each element along `axis` repeated in place: `repeats` times, or as often as its own number in a list says. A null axis
 * is that of all elements in row-major order.
 *
 * @throws InputError when a number is negative, or a list does not have one for each element of the axis.
 * @example
 * ops.repeat(tensor([1, 2]), { repeats: 2 }); // [1, 1, 2, 2]
 */
export const repeat: Op<["x"], Repeat> = moving({
  name: "repeat",
  formula: String.raw`\mathrm{out}_i = x_k, \quad R_k \le i < R_{k + 1},\ R_k = \sum_{j < k} \mathrm{repeats}_j \text{ along } \mathrm{axis}`,
  attrs: {
    repeats: integerOrIntegers("how often to repeat each element; one number, or one for each along the axis"),
    axis: optionalAxis("the axis to repeat along; a negative one counts from the end; null is that of all elements"),
  },
  sample: (draw) => {
    const shape = draw.shape(0, 6);
    const axis = shape.length === 0 || draw.integer(0, 2) === 0 ? null : drawAxis(draw, shape.length);
    const { from, at } = along(shape, axis);
    const repeats = draw.flag() ? draw.integer(0, 3) : rangeOf(from[at]!).map(() => draw.integer(0, 2));
    return { shapes: [shape], attrs: { repeats, axis } };
  },
  shape: (x, attrs) => {
    const { from, at } = along(x, attrs.axis);
    return from.with(at, chosen(from[at]!, attrs.repeats).length);
  },
  places: (x, { repeats, axis }) => {
    const { from, at } = along(x, axis);
    return crossPlaces(
      from,
      from.map((length, d) => (d === at ? chosen(length, repeats) : rangeOf(length))),
    );
  },
  exact: (_real, [x], { repeats, axis }) => {
    const at = axis === null ? 0 : normalizeAxis("repeat", axis, x!.shape.length);
    return (index) => {
      // The first element whose repetitions, with all before it, go past the index.
      let element = 0;
      for (let passed = 0; ; element++) {
        passed += typeof repeats === "number" ? repeats : repeats[element]!;
        if (passed > index[at]!) break;
      }
      return x!.at(axis === null ? indexAt(element, x!.shape) : index.with(at, element));
    };
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no repeat" },
    torch: (call, { inputs: [x] }, { repeats, axis }) =>
      call(
        "torch.repeat_interleave",
        x,
        typeof repeats === "number" ? repeats : call("torch.Tensor.long", call("torch.tensor", repeats)),
        { dim: axis },
      ),
    jax: (call, { inputs: [x] }, { repeats, axis }) =>
      call("jnp.repeat", x, typeof repeats === "number" ? repeats : call("jnp.asarray", repeats, { dtype: "int32" }), {
        axis,
      }),
  },
});

/** The shape of what is repeated along an axis, and this axis. */
function along(shape: Shape, axis: number | null): { readonly from: Shape; readonly at: number } {
  return axis === null
    ? { from: [sizeOf(shape)], at: 0 }
    : { from: shape, at: normalizeAxis("repeat", axis, shape.length) };
}

/** The indices of an axis, each as often as it is repeated. */
function chosen(length: number, repeats: number | Shape): Shape {
  const times = typeof repeats === "number" ? rangeOf(length).map(() => repeats) : repeats;
  if (times.length !== length || times.some((n) => n < 0) || (typeof repeats === "number" && repeats < 0))
    throw new InputError(
      `repeat: expected a number that is 0 or more, or ${String(length)} of them, got ${typeof repeats === "number" ? String(repeats) : formatShape(repeats)}`,
    );
  return times.flatMap((n, i) => rangeOf(n).map(() => i));
}
