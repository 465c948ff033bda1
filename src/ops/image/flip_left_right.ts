import { ShapeError } from "../../base/errors.ts";
import { formatShape } from "../../base/shape.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { crossPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/**
 * Images `[batch, height, width, channels]` with left and right changed over.
 *
 * @throws ShapeError for x of another rank.
 * @example
 * ops.flip_left_right(tensor([[[[1], [2]]]])); // [[[[2], [1]]]]
 */
export const flip_left_right: Op<["x"]> = moving({
  name: "flip_left_right",
  formula: String.raw`\mathrm{out}_{n,h,w,c} = x_{n,\,h,\,W - 1 - w,\,c}`,
  sample: (draw) => ({ shapes: [draw.shape(4, 4)], attrs: {} }),
  shape: (x) => {
    if (x.length !== 4)
      throw new ShapeError(
        `flip_left_right: expected x of rank 4 [batch, height, width, channels], got ${formatShape(x)}`,
      );
    return x;
  },
  places: (x) =>
    crossPlaces(
      x,
      x.map((length, d) => (d === 2 ? rangeOf(length).toReversed() : rangeOf(length))),
    ),
  exact:
    (_real, [x]) =>
    (index) =>
      x!.at(index.with(2, x!.shape[2]! - 1 - index[2]!)),
  counterparts: {
    tfjs: (call, { inputs: [x] }) => call("image.flipLeftRight", x),
    torch: (call, { inputs: [x] }) => call("torch.flip", x, [2]),
    jax: (call, { inputs: [x] }) => call("jnp.flip", x, { axis: 2 }),
  },
});
