import { convolution, type Convolution } from "../../op/convolution.ts";
import { tfjsGroups } from "../../op/grouped-calls.ts";
import type { Op } from "../../op/op.ts";
import { tfjsPadding, tfjsRounding } from "../../op/spatial-calls.ts";

/**
 * The convolution of images `[batch, height, width, channels]` (or channels first, by `data_format`) with a filter
 * `[height, width, channels, features]`: Σ x[o·stride − padding + k·dilation, c]·filter[k, c, f]. The filter is not turned
 * round. The batch may be left out.
 *
 * In `groups`, features look at the channels of their group, of which the filter has as many.
 *
 * @throws ShapeError where ranks, channels or groups do not fit, or a window is larger than what it moves over.
 * @example
 * ops.conv2d(tensor([[[1], [2]], [[3], [4]]]), tensor([[[[1]], [[10]]]])); // [[[21]], [[43]]]
 */
export const conv2d: Op<["x", "filter"], Convolution<2>> = convolution(
  "conv2d",
  2,
  String.raw`\mathrm{out}_{n,i,j,f} = \sum_{k,l,c} x_{n,\,s_1 i + d_1 k - p_1,\,s_2 j + d_2 l - p_2,\,gC + c}\,\mathrm{filter}_{k,l,c,f}, \quad g = \lfloor f / F \rfloor,\ F \text{ features in each of } \mathrm{groups},\ s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = 0 \text{ outside}`,
  (call, plan, inputs, attrs) =>
    tfjsGroups(call, plan, inputs, (x, filter) =>
      call(
        "conv2d",
        x,
        filter,
        attrs.strides,
        tfjsPadding(attrs.padding, attrs.dim_rounding_mode, plan.layout.channelsFirst),
        attrs.data_format,
        attrs.dilations,
        ...tfjsRounding(attrs),
      ),
    ),
);
