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
 * The place of the smallest element along `axis`, or among all elements, row-major, where it is null. The first one of
 * those that tie; NaN counts as the smallest. Its derivative is zero.
 *
 * @throws ShapeError where there is no element to look at.
 * @example
 * ops.argmin(tensor([[1, 5], [4, 3]]), { axis: 1 }); // [0, 1]
 */
export const argmin: Op<["x"], ExtremePlace> = constantTensor({
  name: "argmin",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \min\{i \mid x_i = \min_{j \in \mathrm{axis}} x_j\}`,
  attrs: extremePlace,
  domain: { x: reals(-4, 4, jumpsAtTies) },
  sample: sampleExtremePlace,
  excused: SOMETHING,
  shape: ([x], attrs) => shapeOfPlaces("argmin", x!, attrs),
  exact: exactPlace("argmin", -1),
  kernel: ([x], attrs) => placeOfExtreme(x!, axesOf("argmin", x!.shape, attrs), -1, attrs.keepdims),
  counterparts: placesElsewhere("argMin", "argmin"),
});
