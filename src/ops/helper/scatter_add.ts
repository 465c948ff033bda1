import type { Shape } from "../../base/shape.ts";
import { integer, integers } from "../../op/attrs.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { scatterAdd } from "../../tensor/kernels/select.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** The transpose of `take`: the parts of g added to the places of zeros of `shape` that they were taken from. */
export const scatter_add: Op<["g", "indices"], { readonly axis: number; readonly shape: Shape }> = linear({
  name: "scatter_add",
  inputs: ["g", "indices"],
  data: ["indices"],
  attrs: { axis: integer("the axis that was taken along"), shape: integers("the shape of the zeros") },
  shape: (_shapes, { shape }) => shape,
  kernel: ([g, indices], { axis, shape }) => scatterAdd(g!, indices!, axis, shape),
  rounding: ([, indices], { axis, shape }) => ({ terms: mostAtOnePlace(indices!, shape[axis]!) - 1 }),
  transpose: {
    g: ({ take }, { indices }, h, { axis }) => take(h, indices, { axis }),
  },
});

/** How many of the indices point to the place that most of them point to. */
function mostAtOnePlace({ data }: Tensor, length: number): number {
  const counts = new Map<number, number>();
  for (const index of data) counts.set((index + length) % length, (counts.get((index + length) % length) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
