import { convolution, type Convolution } from "../../op/convolution.ts";
import { tfjsGroups } from "../../op/grouped-calls.ts";
import type { Op } from "../../op/op.ts";
import { tfjsChannelsLast, tfjsPadding, tfjsRounding } from "../../op/spatial-calls.ts";

/**
 * The convolution of signals `[batch, length, channels]` with a filter `[window, channels, features]`:
 * Σ x[o·stride − padding + k·dilation, c]·filter[k, c, f]. The filter is not turned round. The batch may be left out.
 *
 * In `groups`, features look at the channels of their group, of which the filter has as many.
 *
 * @throws ShapeError where ranks, channels or groups do not fit, or a window is longer than what it moves over.
 * @example
 * ops.conv1d(tensor([[1], [2], [3]]), tensor([[[1]], [[-1]]])); // [[-1], [-1]]
 */
export const conv1d: Op<["x", "filter"], Convolution<1>> = convolution(
  "conv1d",
  1,
  String.raw`\mathrm{out}_{n,i,f} = \sum_{k,c} x_{n,\,s i + d k - p,\,gC + c}\,\mathrm{filter}_{k,c,f}, \quad g = \lfloor f / F \rfloor,\ F \text{ features in each of } \mathrm{groups},\ s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = 0 \text{ outside}`,
  (call, plan, [x, filter], attrs) => {
    const { windows, layout } = plan;
    return tfjsChannelsLast(call, layout, x, (last) =>
      tfjsGroups(call, { ...plan, layout: { ...layout, channelsFirst: false } }, [last, filter], (images, own) =>
        call(
          "conv1d",
          images,
          own,
          windows.strides[0],
          // The signal is an image of one row there.
          typeof attrs.padding === "object"
            ? [[0, 0], [0, 0], ...attrs.padding, [0, 0]]
            : tfjsPadding(attrs.padding, attrs.dim_rounding_mode, false),
          "NWC",
          windows.dilations[0],
          ...tfjsRounding(attrs),
        ),
      ),
    );
  },
);
