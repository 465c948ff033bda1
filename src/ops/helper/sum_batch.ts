import { integer } from "../../op/attrs.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { expand } from "../../tensor/kernels/map.ts";
import { sumBatch } from "../../tensor/kernels/reduce.ts";

/** The sum of the `count` directions of a batch. */
export const sum_batch: Op<["x"], { readonly count: number }> = linear({
  name: "sum_batch",
  inputs: ["x"],
  attrs: { count: integer("the number of directions") },
  shape: ([x]) => x!,
  kernel: ([x], { count }, shape) => sumBatch(expand(x!, shape, count)),
  rounding: (_inputs, { count }) => ({ terms: count - 1 }),
  transpose: { x: ({ expand_batch }, _, g, attrs) => expand_batch(g, attrs) },
});
