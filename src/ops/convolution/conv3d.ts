import { convolution, type Convolution } from "../../op/convolution.ts";
import { tfjsGroups } from "../../op/grouped-calls.ts";
import type { Op } from "../../op/op.ts";
import { tfjsChannelsLast, tfjsMargins } from "../../op/spatial-calls.ts";
import { neededAfter } from "../../op/windowing.ts";

/**
 * The convolution of volumes `[batch, depth, height, width, channels]` (or channels first, by `data_format`) with a filter
 * `[depth, height, width, channels, features]`: Σ x[o·stride − padding + k·dilation, c]·filter[k, c, f]. The filter is not
 * turned round. The batch may be left out.
 *
 * In `groups`, features look at the channels of their group, of which the filter has as many.
 *
 * @throws ShapeError where ranks, channels or groups do not fit, or a window is larger than what it moves over.
 * @example
 * ops.conv3d(tensor([[[[2]]]]), tensor([[[[[3]]]]])); // [[[[6]]]]
 */
export const conv3d: Op<["x", "filter"], Convolution<3>> = convolution(
  "conv3d",
  3,
  String.raw`\mathrm{out}_{n,h,i,j,f} = \sum_{m,k,l,c} x_{n,\,s_1 h + d_1 m - p_1,\,s_2 i + d_2 k - p_2,\,s_3 j + d_3 l - p_3,\,gC + c}\,\mathrm{filter}_{m,k,l,c,f}, \quad g = \lfloor f / F \rfloor,\ F \text{ features in each of } \mathrm{groups},\ s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = 0 \text{ outside}`,
  (call, plan, [x, filter], attrs) => {
    const { layout, windows } = plan;
    const own = { ...layout, channelsFirst: false };
    // It has these two paddings only; all other ones are margins.
    const isNamed =
      attrs.padding === "same" || (attrs.padding === "valid" && (attrs.dim_rounding_mode ?? "floor") === "floor");
    const after = neededAfter(layout.spatial, windows).map((width) => Math.max(0, width));
    const spatial = layout.spatial.map((d, i) => (isNamed ? d : d + windows.before[i]! + after[i]!));
    return tfjsChannelsLast(call, layout, x, (last) =>
      tfjsGroups(
        call,
        { ...plan, layout: { ...own, spatial } },
        [isNamed ? last : tfjsMargins(call, last, own, [windows.before, after]), filter],
        (volumes, part) =>
          call("conv3d", volumes, part, attrs.strides, isNamed ? attrs.padding : "valid", "NDHWC", attrs.dilations),
      ),
    );
  },
);
