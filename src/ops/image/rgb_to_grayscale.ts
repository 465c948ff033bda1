import { ShapeError } from "../../base/errors.ts";
import { formatShape } from "../../base/shape.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The shares of red, green and blue in what is seen as grey (ITU-R BT.601, rounded as TensorFlow does). */
const SHARES = [0.2989, 0.587, 0.114] as const;

/**
 * Images of the channels red, green and blue, the last dimension, in shades of grey: 0.2989·r + 0.587·g + 0.114·b, as one
 * channel.
 *
 * @throws ShapeError for x of rank less than 2, or with another number of channels.
 * @example
 * ops.rgb_to_grayscale(tensor([[0, 1, 0]])); // [[0.587]]
 */
export const rgb_to_grayscale: Op<["x"]> = composite({
  name: "rgb_to_grayscale",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{i,0} = 0.2989\,x_{i,0} + 0.587\,x_{i,1} + 0.114\,x_{i,2}`,
  domain: { x: reals(-4, 4) },
  sample: (draw) => ({ shapes: [[...draw.shape(1, 5), 3]], attrs: {} }),
  shape: ([x]) => {
    if (x!.length < 2 || x!.at(-1) !== 3)
      throw new ShapeError(
        `rgb_to_grayscale: expected x of rank 2 or more whose last dimension is 3, got ${formatShape(x!)}`,
      );
    return [...x!.slice(0, -1), 1];
  },
  exact:
    (real, [x]) =>
    (index) =>
      real.sum(SHARES.map((share, channel) => real.mul(share, x!.at([...index.slice(0, -1), channel])))),
  compose: ({ constant, matmul }, { x }) => matmul(x, constant([3, 1], Float64Array.from(SHARES))),
  counterparts: {
    tfjs: (call, { inputs: [x] }) => call("image.rgbToGrayscale", x),
    torch: (call, { inputs: [x] }) =>
      call(
        "torch.matmul",
        x,
        call(
          "torch.tensor",
          SHARES.map((share) => [share]),
        ),
      ),
    jax: (call, { inputs: [x] }) =>
      call(
        "jnp.matmul",
        x,
        call(
          "jnp.array",
          SHARES.map((share) => [share]),
        ),
      ),
  },
});
