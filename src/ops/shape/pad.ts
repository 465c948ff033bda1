import type { Shape } from "../../base/shape.ts";
import { pairs, real, type Pair } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { checkPaddings, padded } from "../../op/paddings.ts";
import { crossPlaces, fillNowhere, gatherPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/** How much is put around a tensor, and which number. */
export interface Pad {
  readonly paddings: readonly Pair[];
  readonly constant_value?: number;
}

/**
 * x with `constant_value` (0 unless given) around it, `paddings[d]` elements before and after along dimension d.
 *
 * @throws InputError unless there are two paddings for each dimension, 0 or more.
 * @example
 * ops.pad(tensor([1, 2]), { paddings: [[1, 2]] }); // [0, 1, 2, 0, 0]
 */
export const pad: Op<["x"], Pad> = primitive({
  name: "pad",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = \begin{cases} x_{i - p} & 0 \le i - p < n \\ \text{constant\_value} & \text{else} \end{cases}, \quad p_d = \mathrm{paddings}_{d,0}`,
  attrs: {
    paddings: pairs("how many elements to put before and after, for each dimension"),
    constant_value: real("the number to put there", 0),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(1, 6);
    // Few dimensions grow, so that results stay small.
    const paddings = shape.map((): Pair => {
      const most = draw.integer(0, 2) === 0 ? 2 : 0;
      return [draw.integer(0, most), draw.integer(0, most)];
    });
    return { shapes: [shape], attrs: { paddings, constant_value: draw.pick([0, 1.5, -2]) } };
  },
  shape: ([x], { paddings }) => {
    checkPaddings("pad", x!, paddings);
    return padded(x!, paddings);
  },
  exact:
    (real, [x], { paddings, constant_value }) =>
    (index) => {
      const from = index.map((i, d) => i - paddings[d]![0]);
      return from.every((i, d) => i >= 0 && i < x!.shape[d]!) ? x!.at(from) : real.real(constant_value);
    },
  kernel: ([x], { paddings, constant_value }, shape) => {
    const places = placesOf(x!.shape, paddings);
    return fillNowhere(gatherPlaces(x!, places, shape), places, constant_value);
  },
  rounding: {},
  vjp: {
    // The part of g that x filled.
    x: ({ shape, slice }, { x }, g, { paddings }) =>
      slice(g, {
        start_indices: paddings.map(([before]) => before),
        limit_indices: shape(x).map((length, d) => paddings[d]![0] + length),
      }),
  },
  jvp: {
    // The tangent with zeros around it, whatever the constant is.
    x: ({ gather_places, shape }, { x, out }, d, { paddings }) =>
      gather_places(d, { places: placesOf(shape(x), paddings), shape: shape(out) }),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { paddings, constant_value }) => call("pad", x, paddings, constant_value),
    torch: (call, { inputs: [x] }, { paddings, constant_value }) =>
      call("torch.nn.functional.pad", x, paddings.toReversed().flat(), { value: constant_value }),
    jax: (call, { inputs: [x] }, { paddings, constant_value }) =>
      call("jnp.pad", x, paddings, { constant_values: constant_value }),
  },
});

function placesOf(shape: Shape, paddings: readonly Pair[]): Int32Array {
  return crossPlaces(
    shape,
    shape.map((length, d) => [...nowhere(paddings[d]![0]), ...rangeOf(length), ...nowhere(paddings[d]![1])]),
  );
}

function nowhere(count: number): Shape {
  return rangeOf(count).map(() => -1);
}
