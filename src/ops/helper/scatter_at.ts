import { linear } from "../../op/kinds/index.ts";
import type { IndexedPlacement } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { indexedPlacement } from "../../op/placement.ts";
import { mostMet, scatterAt } from "../../tensor/kernels/indexed.ts";

/** The transpose of `gather_at`: the elements of g added to these places of zeros of `shape`. */
export const scatter_at: Op<["g", "indices"], IndexedPlacement> = linear({
  name: "scatter_at",
  inputs: ["g", "indices"],
  data: ["indices"],
  attrs: indexedPlacement,
  shape: (_shapes, { shape }) => shape,
  kernel: ([g, indices], { places, shape }) => scatterAt(g!, indices!, places, shape),
  rounding: ([, indices], { places, shape }) => ({ terms: Math.max(0, mostMet(indices!, places, shape) - 1) }),
  transpose: {
    g: ({ gather_at, shape }, { g, indices }, h, { places }) => gather_at(h, indices, { places, shape: shape(g) }),
  },
});
