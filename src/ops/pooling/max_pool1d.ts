import { maxPooling, type MaxPooling } from "../../op/max-pooling.ts";
import type { Op } from "../../op/op.ts";

/**
 * The largest element of each window over lines `[batch, length, channels]` (or channels first, by `data_format`), channel by channel; padding never
 * is the largest. The batch may be left out.
 *
 * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
 *
 * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
 * @example
 * ops.max_pool1d(tensor([[1], [3], [2], [4]]), { window: 2 }); // [[3], [4]]
 */
export const max_pool1d: Op<["x"], MaxPooling<1>> = maxPooling(
  "max_pool1d",
  1,
  String.raw`\mathrm{out}_{n,i,c} = \max_{0 \le k < \mathrm{window}} x_{n,\,s i + d k - p,\,c}, \quad s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = -\infty \text{ outside}`,
);
