import { InputError, ShapeError } from "../../base/errors.ts";
import { formatShape, type Shape } from "../../base/shape.ts";
import { flag, integer, real } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { fillNowhere, gatherPlaces, placesFrom } from "../../tensor/kernels/places.ts";

/** How long frames are, how far apart they start, and what stands beyond the end in those that reach it. */
export interface Frame {
  readonly frame_length: number;
  readonly frame_step: number;
  readonly pad_end?: boolean;
  readonly pad_value?: number;
}

/**
 * The frames of a signal: the rows of the result are the `frame_length` elements of the vector x from 0, `frame_step`,
 * 2·`frame_step`, … on.
 *
 * A frame that would reach beyond the end is left out, or with `pad_end` has `pad_value` (0 unless given) there.
 *
 * @throws ShapeError unless x is a vector, InputError for a length or a step below 1.
 * @example
 * ops.frame(tensor([1, 2, 3]), { frame_length: 2, frame_step: 1 }); // [[1, 2], [2, 3]]
 */
export const frame: Op<["x"], Frame> = primitive({
  name: "frame",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{k,i} = \begin{cases} x_{k h + i} & k h + i < n \\ \text{pad\_value} & \text{else} \end{cases}, \quad 0 \le i < \text{frame\_length},\ h = \text{frame\_step},\ k h + \text{frame\_length} \le n \text{ unless } \text{pad\_end}`,
  attrs: {
    frame_length: integer("how many elements a frame has"),
    frame_step: integer("how many elements after one frame the next one starts"),
    pad_end: flag("whether there are frames that reach beyond the end"),
    pad_value: real("the number that is there", 0),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => ({
    shapes: [[draw.dimension() * draw.integer(1, 3)]],
    attrs: {
      frame_length: draw.integer(1, 4),
      frame_step: draw.integer(1, 4),
      pad_end: draw.flag(),
      pad_value: draw.pick([0, 1.5, -2]),
    },
  }),
  shape: ([x], attrs) => {
    if (x!.length !== 1) throw new ShapeError(`frame: expected a vector, got ${formatShape(x!)}`);
    const { frame_length, frame_step } = attrs;
    for (const [name, value] of Object.entries({ frame_length, frame_step }))
      if (value < 1) throw new InputError(`frame: expected "${name}" to be 1 or more, got ${String(value)}`);
    return [countOf(x![0]!, attrs), frame_length];
  },
  exact:
    (real, [x], { frame_step, pad_value }) =>
    ([row, i]) => {
      const at = row! * frame_step + i!;
      return at < x!.shape[0]! ? x!.at([at]) : real.real(pad_value);
    },
  kernel: ([x], { frame_step, pad_value }, shape) => {
    const places = placesOf(x!.shape, shape, frame_step);
    return fillNowhere(gatherPlaces(x!, places, shape), places, pad_value);
  },
  rounding: {},
  vjp: {
    // Each element gets the sum of g over the frames that it is in.
    x: ({ scatter_places, shape }, { x, out }, g, { frame_step }) =>
      scatter_places(g, { places: placesOf(shape(x), shape(out), frame_step), shape: shape(x) }),
  },
  jvp: {
    // The frames of the tangent with zeros beyond its end, whatever the number there is.
    x: ({ gather_places, shape }, { x, out }, d, { frame_step }) =>
      gather_places(d, { places: placesOf(shape(x), shape(out), frame_step), shape: shape(out) }),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { frame_length, frame_step, pad_end, pad_value }) =>
      call("signal.frame", x, frame_length, frame_step, pad_end, pad_value),
    torch: (call, { inputs: [x], shapes: [from], shape }, { frame_length, frame_step, pad_value }) => {
      // PyTorch takes no frame that is longer than the signal.
      if (shape[0] === 0) return call("torch.reshape", call("torch.narrow", x, 0, 0, 0), [...shape]);
      const missing = Math.max(0, (shape[0]! - 1) * frame_step + frame_length - from![0]!);
      const padded = call("torch.nn.functional.pad", x, [0, missing], { value: pad_value });
      return call("torch.Tensor.unfold", padded, 0, frame_length, frame_step);
    },
    jax: (call, { inputs: [x], shape }, { frame_length, frame_step, pad_value }) => {
      // Frames begin on the signal.
      const padded = call("jnp.pad", x, [[0, frame_length]], { constant_values: pad_value });
      const starts = call("jnp.arange", 0, shape[0]! * frame_step, frame_step);
      const places = call("jnp.add", call("jnp.reshape", starts, [shape[0]!, 1]), call("jnp.arange", frame_length));
      return call("jnp.take", padded, places, { axis: 0 });
    },
  },
});

function countOf(length: number, { frame_length, frame_step, pad_end }: Required<Frame>): number {
  if (pad_end) return Math.ceil(length / frame_step);
  return length < frame_length ? 0 : 1 + Math.floor((length - frame_length) / frame_step);
}

function placesOf(from: Shape, shape: Shape, step: number): Int32Array {
  return placesFrom(from, shape, ([row, i]) => (row! * step + i! < from[0]! ? [row! * step + i!] : null));
}
