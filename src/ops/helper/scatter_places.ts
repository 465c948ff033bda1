import { linear } from "../../op/kinds/index.ts";
import type { Placement } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { placement } from "../../op/placement.ts";
import { mostAtOnePlace, scatterPlaces } from "../../tensor/kernels/places.ts";

/** The transpose of `gather_places`: the elements of g added to these places of zeros of `shape`. */
export const scatter_places: Op<["g"], Placement> = linear({
  name: "scatter_places",
  inputs: ["g"],
  attrs: placement,
  shape: (_shapes, { shape }) => shape,
  kernel: ([g], { places, shape }) => scatterPlaces(g!, places, shape),
  rounding: (_inputs, { places, shape }) => ({ terms: Math.max(0, mostAtOnePlace(places, shape) - 1) }),
  transpose: {
    g: ({ gather_places, shape }, { g }, h, { places }) => gather_places(h, { places, shape: shape(g) }),
  },
});
