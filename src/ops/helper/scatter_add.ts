import type { Shape } from "../../base/shape.ts";
import { integer, integers } from "../../op/attrs.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { scatterAdd } from "../../tensor/kernels/select.ts";

/** The transpose of `take`: the parts of g added to the places of zeros of `shape` that they were taken from. */
export const scatter_add: Op<["g", "indices"], { readonly axis: number; readonly shape: Shape }> = linear({
  name: "scatter_add",
  inputs: ["g", "indices"],
  data: ["indices"],
  attrs: { axis: integer("the axis that was taken along"), shape: integers("the shape of the zeros") },
  shape: (_shapes, { shape }) => shape,
  kernel: ([g, indices], { axis, shape }) => scatterAdd(g!, indices!, axis, shape),
  // At most all indices point to one place.
  rounding: ([, indices]) => ({ terms: indices!.data.length }),
  transpose: {
    g: ({ take }, { indices }, h, { axis }) => take(h, indices, { axis }),
  },
});
