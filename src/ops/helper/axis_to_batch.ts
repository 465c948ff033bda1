import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { Tensor } from "../../tensor/tensor.ts";

/** The first dimension as a batch of directions: the transpose of `batch_to_axis`. */
export const axis_to_batch: Op<["x"]> = linear({
  name: "axis_to_batch",
  inputs: ["x"],
  shape: ([x]) => x!.slice(1),
  kernel: ([x], _attrs, shape) => new Tensor(shape, x!.data, x!.shape[0]),
  transpose: {
    x: ({ batch_to_axis, shape }, { x }, g) => batch_to_axis(g, { count: shape(x)[0]! }),
  },
});
