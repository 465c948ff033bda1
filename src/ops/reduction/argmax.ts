import { jumpsAtTies, reals } from "../../op/domain.ts";
import {
  axesOf,
  exactPlace,
  extremePlace,
  placesElsewhere,
  sampleExtremePlace,
  shapeOfPlaces,
  type ExtremePlace,
  SOMETHING,
} from "../../op/extreme-place.ts";
import { constantTensor } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { placeOfExtreme } from "../../tensor/kernels/reduce.ts";

/**
 * The place of the largest element along `axis`, or among all elements, row-major, where it is null. The first one of
 * those that tie; NaN counts as the largest. Its derivative is zero.
 *
 * @throws ShapeError where there is no element to look at.
 * @example
 * ops.argmax(tensor([[1, 5], [4, 3]]), { axis: 1 }); // [1, 0]
 */
export const argmax: Op<["x"], ExtremePlace> = constantTensor({
  name: "argmax",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \min\{i \mid x_i = \max_{j \in \mathrm{axis}} x_j\}`,
  attrs: extremePlace,
  domain: { x: reals(-4, 4, jumpsAtTies) },
  sample: sampleExtremePlace,
  excused: SOMETHING,
  shape: ([x], attrs) => shapeOfPlaces("argmax", x!, attrs),
  exact: exactPlace("argmax", 1),
  kernel: ([x], attrs) => placeOfExtreme(x!, axesOf("argmax", x!.shape, attrs), 1, attrs.keepdims),
  counterparts: placesElsewhere("argMax", "argmax"),
});
