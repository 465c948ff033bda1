import { integer } from "../../op/attrs.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { expand } from "../../tensor/kernels/map.ts";
import { Tensor } from "../../tensor/tensor.ts";

/** The `count` directions of a batch as a first dimension: how the rows of a Jacobian become a tensor. */
export const batch_to_axis: Op<["x"], { readonly count: number }> = linear({
  name: "batch_to_axis",
  inputs: ["x"],
  attrs: { count: integer("the number of directions") },
  shape: ([x], { count }) => [count, ...x!],
  kernel: ([x], { count }, shape) => new Tensor(shape, expand(x!, x!.shape, count).data),
  transpose: { x: ({ axis_to_batch }, _, g) => axis_to_batch(g) },
});
