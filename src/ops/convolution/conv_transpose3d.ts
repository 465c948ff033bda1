import { marginsOf, transposedConvolution, type TransposedConvolution } from "../../op/conv-transpose.ts";
import type { Op } from "../../op/op.ts";
import { tfjsDilated, tfjsTransposedGroups } from "../../op/grouped-calls.ts";
import { tfjsChannelsLast, tfjsMargins } from "../../op/spatial-calls.ts";
import { extent } from "../../op/windowing.ts";

/**
 * The transpose of `conv3d` in its volumes: x, `[batch, depth, height, width, channels]` (or channels first), is what that
 * convolution gives, and the filter is its filter, `[depth, height, width, features, channels]`. Each element of x, times
 * the filter, is added to the elements that its window covers. The batch may be left out.
 *
 * @throws ShapeError where ranks, channels or groups do not fit, or `output_size` is none that leads to x.
 * @example
 * ops.conv_transpose3d(tensor([[[[2]]]]), tensor([[[[[3]]], [[[4]]]]])); // [[[[6]]], [[[8]]]]
 */
export const conv_transpose3d: Op<["x", "filter"], TransposedConvolution<3>> = transposedConvolution(
  "conv_transpose3d",
  3,
  String.raw`\mathrm{out}_{n,t,u,v,gF + f} = \sum_{c,h,i,j,m,k,l} x_{n,h,i,j,c}\,\mathrm{filter}_{m,k,l,f,c}, \quad t = s_1 h + d_1 m - p_1,\ u = s_2 i + d_2 k - p_2,\ v = s_3 j + d_3 l - p_3,\ c \text{ in group } g \text{ of } \mathrm{groups},\ s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding}`,
  (call, plan, [x, filter], attrs) => {
    const { from, layout, windows } = plan;
    // It has these two paddings only; other results are cut from the one without padding.
    const isNamed =
      attrs.padding === "same" || (attrs.padding === "valid" && (attrs.dim_rounding_mode ?? "floor") === "floor");
    const full = from.spatial.map(
      (d, i) => (d - 1) * windows.strides[i]! + extent(windows.window[i]!, windows.dilations[i]!),
    );
    const own = { ...plan, layout: { ...layout, spatial: isNamed ? layout.spatial : full } };
    return tfjsChannelsLast(call, from, x, (last) => {
      const out = tfjsTransposedGroups(call, own, [last, tfjsDilated(call, plan, filter)], (volumes, part, shape) =>
        call("conv3dTranspose", volumes, part, shape, attrs.strides, isNamed ? attrs.padding : "valid"),
      );
      return isNamed ? out : tfjsMargins(call, out, { ...layout, spatial: full }, marginsOf(plan));
    });
  },
);
