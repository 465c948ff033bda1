import { transposedConvolution, type TransposedConvolution } from "../../op/conv-transpose.ts";
import type { Op } from "../../op/op.ts";
import { tfjsChannelsLast, tfjsPadding, tfjsRounding } from "../../op/spatial-calls.ts";
import { tfjsDilated, tfjsTransposedGroups } from "../../op/grouped-calls.ts";

/**
 * The transpose of `conv2d` in its images: x, `[batch, height, width, channels]` (or channels first), is what that
 * convolution gives, and the filter is its filter, `[height, width, features, channels]`. Each element of x, times the
 * filter, is added to the elements that its window covers. The batch may be left out.
 *
 * @throws ShapeError where ranks, channels or groups do not fit, or `output_size` is none that leads to x.
 * @example
 * ops.conv_transpose2d(tensor([[[1], [2]]]), tensor([[[[1]], [[10]]]])); // [[[1], [12], [20]]]
 */
export const conv_transpose2d: Op<["x", "filter"], TransposedConvolution<2>> = transposedConvolution(
  "conv_transpose2d",
  2,
  String.raw`\mathrm{out}_{n,t,u,gF + f} = \sum_{c,i,j,k,l} x_{n,i,j,c}\,\mathrm{filter}_{k,l,f,c}, \quad t = s_1 i + d_1 k - p_1,\ u = s_2 j + d_2 l - p_2,\ c \text{ in group } g \text{ of } \mathrm{groups},\ s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding}`,
  (call, plan, [x, filter], attrs) =>
    tfjsChannelsLast(call, plan.from, x, (last) =>
      tfjsTransposedGroups(call, plan, [last, tfjsDilated(call, plan, filter)], (images, own, shape) =>
        call(
          "conv2dTranspose",
          images,
          own,
          shape,
          attrs.strides,
          tfjsPadding(attrs.padding, attrs.dim_rounding_mode, false),
          ...tfjsRounding(attrs),
        ),
      ),
    ),
);
