import { maxPooling, type MaxPooling } from "../../op/max-pooling.ts";
import type { Op } from "../../op/op.ts";

/**
 * The largest element of each window over images `[batch, height, width, channels]` (or channels first, by `data_format`), channel by channel; padding never
 * is the largest. The batch may be left out.
 *
 * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
 *
 * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
 * @example
 * ops.max_pool2d(tensor([[[1], [3]], [[2], [4]]]), { window: 2 }); // [[[4]]]
 */
export const max_pool2d: Op<["x"], MaxPooling<2>> = maxPooling(
  "max_pool2d",
  2,
  String.raw`\mathrm{out}_{n,i,j,c} = \max_{0 \le k, l < \mathrm{window}} x_{n,\,s_1 i + d_1 k - p_1,\,s_2 j + d_2 l - p_2,\,c}, \quad s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = -\infty \text{ outside}`,
);
