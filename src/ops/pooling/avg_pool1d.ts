import { meanPooling, type MeanPooling } from "../../op/mean-pooling.ts";
import type { Op } from "../../op/op.ts";

/**
 * The mean of each window over lines `[batch, length, channels]` (or channels first, by `data_format`), channel by channel. Padding counts only where
 * `count_include_pad` says so, and what rounding up the number of windows adds never does. The batch may be left out.
 *
 * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
 * @example
 * ops.avg_pool1d(tensor([[1], [3], [2], [4]]), { window: 2 }); // [[2], [3]]
 */
export const avg_pool1d: Op<["x"], MeanPooling<1>> = meanPooling(
  "avg_pool1d",
  1,
  String.raw`\mathrm{out}_{n,i,c} = \frac{1}{\lvert W \rvert} \sum_{t \in W} x_{n,t,c}, \quad W = \{s i + k - p \mid 0 \le k < \mathrm{window}\} \text{ inside } x \text{, with } x = 0 \text{ in the padding if } \text{count\_include\_pad},\ s = \mathrm{strides},\ p = \mathrm{padding}`,
);
