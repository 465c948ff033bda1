import { ShapeError } from "../../base/errors.ts";
import { formatShape } from "../../base/shape.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { crossPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/**
 * Images of one channel, the last dimension, with that three times over.
 *
 * @throws ShapeError for x of rank less than 2, or with another number of channels.
 * @example
 * ops.grayscale_to_rgb(tensor([[1], [2]])); // [[1, 1, 1], [2, 2, 2]]
 */
export const grayscale_to_rgb: Op<["x"]> = moving({
  name: "grayscale_to_rgb",
  formula: String.raw`\mathrm{out}_{i,c} = x_{i,0}, \quad c = 0, 1, 2`,
  sample: (draw) => ({ shapes: [[...draw.shape(1, 5), 1]], attrs: {} }),
  excused: [{ pair: ["dimensions=more", "rank=*"], because: "the last dimension is 1" }],
  shape: (x) => {
    if (x.length < 2 || x.at(-1) !== 1)
      throw new ShapeError(
        `grayscale_to_rgb: expected x of rank 2 or more whose last dimension is 1, got ${formatShape(x)}`,
      );
    return [...x.slice(0, -1), 3];
  },
  places: (x) =>
    crossPlaces(
      x,
      x.map((length, d) => (d === x.length - 1 ? [0, 0, 0] : rangeOf(length))),
    ),
  exact:
    (_real, [x]) =>
    (index) =>
      x!.at([...index.slice(0, -1), 0]),
  counterparts: {
    tfjs: (call, { inputs: [x] }) => call("image.grayscaleToRGB", x),
    torch: (call, { inputs: [x], shape }) => call("torch.broadcast_to", x, shape),
    jax: (call, { inputs: [x], shape }) => call("jnp.broadcast_to", x, shape),
  },
});
