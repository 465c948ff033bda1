import { integer } from "../../op/attrs.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { expand } from "../../tensor/kernels/map.ts";

/** A shared value written out for each of `count` directions: the transpose of `sum_batch`. */
export const expand_batch: Op<["x"], { readonly count: number }> = linear({
  name: "expand_batch",
  inputs: ["x"],
  attrs: { count: integer("the number of directions") },
  shape: ([x]) => x!,
  kernel: ([x], { count }, shape) => expand(x!, shape, count),
  transpose: { x: ({ sum_batch }, _, g, attrs) => sum_batch(g, attrs) },
});
