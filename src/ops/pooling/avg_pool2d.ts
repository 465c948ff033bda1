import { meanPooling, type MeanPooling } from "../../op/mean-pooling.ts";
import type { Op } from "../../op/op.ts";

/**
 * The mean of each window over images `[batch, height, width, channels]` (or channels first, by `data_format`), channel by channel. Padding counts only where
 * `count_include_pad` says so, and what rounding up the number of windows adds never does. The batch may be left out.
 *
 * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
 * @example
 * ops.avg_pool2d(tensor([[[1], [3]], [[2], [4]]]), { window: 2 }); // [[[2.5]]]
 */
export const avg_pool2d: Op<["x"], MeanPooling<2>> = meanPooling(
  "avg_pool2d",
  2,
  String.raw`\mathrm{out}_{n,i,j,c} = \frac{1}{\lvert W \rvert} \sum_{(t,u) \in W} x_{n,t,u,c}, \quad W = \{(s_1 i + k - p_1,\ s_2 j + l - p_2) \mid 0 \le k, l < \mathrm{window}\} \text{ inside } x \text{, with } x = 0 \text{ in the padding if } \text{count\_include\_pad},\ s = \mathrm{strides},\ p = \mathrm{padding}`,
);
