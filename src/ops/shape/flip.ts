import { normalizeAxes, type Shape } from "../../base/shape.ts";
import { axes } from "../../op/attrs.ts";
import { drawAxes } from "../../op/axis.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { crossPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/**
 * The elements in reverse order along `axis` (one axis, several, or null for all).
 *
 * @throws ShapeError when x has no such axis.
 * @example
 * ops.flip(tensor([1, 2, 3])); // [3, 2, 1]
 */
export const flip: Op<["x"], { readonly axis?: number | Shape | null }> = moving({
  name: "flip",
  formula: String.raw`\mathrm{out}_i = x_{n - 1 - i}, \quad i \text{ along } \mathrm{axis}`,
  attrs: { axis: axes("the axis or axes to reverse; negative ones count from the end; null reverses all") },
  sample: (draw) => {
    const shape = draw.shape(0, 6);
    return { shapes: [shape], attrs: { axis: drawAxes(draw, shape.length) } };
  },
  shape: (x, { axis }) => {
    normalizeAxes("flip", axis, x.length);
    return x;
  },
  places: (x, { axis }) => {
    const flipped = normalizeAxes("flip", axis, x.length);
    return crossPlaces(
      x,
      x.map((length, d) => (flipped.includes(d) ? rangeOf(length).toReversed() : rangeOf(length))),
    );
  },
  exact: (_real, [x], { axis }) => {
    const flipped = normalizeAxes("flip", axis, x!.shape.length);
    return (index) => x!.at(index.map((i, d) => (flipped.includes(d) ? x!.shape[d]! - 1 - i : i)));
  },
  counterparts: {
    tfjs: (call, { inputs: [x], shapes: [shape] }, { axis }) =>
      call("reverse", x, normalizeAxes("flip", axis, shape!.length)),
    torch: (call, { inputs: [x], shapes: [shape] }, { axis }) =>
      call("torch.flip", x, normalizeAxes("flip", axis, shape!.length)),
    jax: (call, { inputs: [x] }, { axis }) => call("jnp.flip", x, { axis }),
  },
});
