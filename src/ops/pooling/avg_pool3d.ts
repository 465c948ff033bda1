import { meanPooling, type MeanPooling } from "../../op/mean-pooling.ts";
import type { Op } from "../../op/op.ts";

/**
 * The mean of each window over volumes `[batch, depth, height, width, channels]` (or channels first, by `data_format`), channel by channel. Padding counts only where
 * `count_include_pad` says so, and what rounding up the number of windows adds never does. The batch may be left out.
 *
 * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
 * @example
 * ops.avg_pool3d(tensor([[[[1], [3]]], [[[2], [4]]]]), { window: [2, 1, 1] }); // [[[[1.5], [3.5]]]]
 */
export const avg_pool3d: Op<["x"], MeanPooling<3>> = meanPooling(
  "avg_pool3d",
  3,
  String.raw`\mathrm{out}_{n,h,i,j,c} = \frac{1}{\lvert W \rvert} \sum_{(t,u,v) \in W} x_{n,t,u,v,c}, \quad W = \{(s_1 h + m - p_1,\ s_2 i + k - p_2,\ s_3 j + l - p_3) \mid 0 \le m, k, l < \mathrm{window}\} \text{ inside } x \text{, with } x = 0 \text{ in the padding if } \text{count\_include\_pad},\ s = \mathrm{strides},\ p = \mathrm{padding}`,
);
