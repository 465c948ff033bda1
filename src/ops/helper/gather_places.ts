import { linear } from "../../op/kinds/index.ts";
import type { Placement } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { placement } from "../../op/placement.ts";
import { gatherPlaces } from "../../tensor/kernels/places.ts";

/** The elements of x at flat places (−1: a zero), as a tensor of `shape`. */
export const gather_places: Op<["x"], Placement> = linear({
  name: "gather_places",
  inputs: ["x"],
  attrs: placement,
  shape: (_shapes, { shape }) => shape,
  kernel: ([x], { places, shape }) => gatherPlaces(x!, places, shape),
  transpose: {
    x: ({ scatter_places, shape }, { x }, g, { places }) => scatter_places(g, { places, shape: shape(x) }),
  },
});
