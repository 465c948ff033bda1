import { linear } from "../../op/kinds/index.ts";
import type { IndexedPlacement } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { indexedPlacement } from "../../op/placement.ts";
import { gatherAt } from "../../tensor/kernels/indexed.ts";

/** The elements of x at the flat places (−1: a zero) that follow from the elements of `indices`. */
export const gather_at: Op<["x", "indices"], IndexedPlacement> = linear({
  name: "gather_at",
  inputs: ["x", "indices"],
  data: ["indices"],
  attrs: indexedPlacement,
  shape: (_shapes, { shape }) => shape,
  kernel: ([x, indices], { places, shape }) => gatherAt(x!, indices!, places, shape),
  transpose: {
    x: ({ scatter_at, shape }, { x, indices }, g, { places }) => scatter_at(g, indices, { places, shape: shape(x) }),
  },
});
