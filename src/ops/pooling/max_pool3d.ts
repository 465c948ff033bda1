import { maxPooling, type MaxPooling } from "../../op/max-pooling.ts";
import type { Op } from "../../op/op.ts";

/**
 * The largest element of each window over volumes `[batch, depth, height, width, channels]` (or channels first, by `data_format`), channel by channel; padding never
 * is the largest. The batch may be left out.
 *
 * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
 *
 * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
 * @example
 * ops.max_pool3d(tensor([[[[1], [3]]], [[[2], [4]]]]), { window: [2, 1, 1] }); // [[[[2], [4]]]]
 */
export const max_pool3d: Op<["x"], MaxPooling<3>> = maxPooling(
  "max_pool3d",
  3,
  String.raw`\mathrm{out}_{n,h,i,j,c} = \max_{0 \le m, k, l < \mathrm{window}} x_{n,\,s_1 h + d_1 m - p_1,\,s_2 i + d_2 k - p_2,\,s_3 j + d_3 l - p_3,\,c}, \quad s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = -\infty \text{ outside}`,
);
