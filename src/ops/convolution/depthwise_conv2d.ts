import {
  dataFormat,
  exactOf,
  geometryOf,
  jaxConvolution,
  torchConvolution,
  weightOrder,
} from "../../op/convolution.ts";
import {
  depthwiseElement,
  depthwisePlan,
  groupedFilter,
  groupedFilterIn,
  sampleDepthwise,
} from "../../op/depthwise.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { backToLayout, channelsLast, laidOut, type Format } from "../../op/layout.ts";
import type { Op } from "../../op/op.ts";
import { tfjsChannelsLast, tfjsPadding, tfjsRounding } from "../../op/spatial-calls.ts";
import { windowing, type Windowing } from "../../op/windowing.ts";

/** The attributes of a convolution of each channel by itself. */
export interface DepthwiseConvolution extends Windowing {
  readonly data_format?: Format<2>;
}

const name = "depthwise_conv2d";

/**
 * The convolution of each channel of images `[batch, height, width, channels]` (or channels first, by `data_format`) with
 * filters of its own, `[height, width, channels, multiplier]`: feature c·multiplier + q comes from channel c. The batch may
 * be left out.
 *
 * @throws ShapeError where ranks or channels do not fit, or a window is larger than what it moves over.
 * @example
 * ops.depthwise_conv2d(tensor([[[1, 2]]]), tensor([[[[10], [100]]]])); // [[[10, 200]]]
 */
export const depthwise_conv2d: Op<["x", "filter"], DepthwiseConvolution> = composite({
  name,
  inputs: ["x", "filter"],
  formula: String.raw`\mathrm{out}_{n,i,j,cQ + q} = \sum_{k,l} x_{n,\,s_1 i + d_1 k - p_1,\,s_2 j + d_2 l - p_2,\,c}\,\mathrm{filter}_{k,l,c,q}, \quad 0 \le q < Q,\ s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = 0 \text{ outside}`,
  attrs: { ...windowing, data_format: dataFormat(2) },
  domain: { x: reals(-2, 2), filter: reals(-2, 2) },
  sample: sampleDepthwise,
  shape: ([x, filter], attrs) => {
    const { layout, windows, features } = depthwisePlan(name, x!, filter!, attrs);
    return laidOut(layout, windows.out, features);
  },
  exact: (real, [x, filter], attrs) =>
    exactOf(real, depthwisePlan(name, x!.shape, filter!.shape, attrs), x!, depthwiseElement(filter!)),
  compose: (kit, { x, filter }, attrs) => {
    const plan = depthwisePlan(name, kit.shape(x), kit.shape(filter), attrs);
    const images = channelsLast(kit, x, plan.layout);
    return backToLayout(kit, kit.conv(images, groupedFilter(kit, filter, plan), geometryOf(plan)), plan.layout);
  },
  counterparts: {
    tfjs: (call, { inputs: [x, filter], shapes: [p, q] }, attrs) =>
      tfjsChannelsLast(call, depthwisePlan(name, p!, q!, attrs).layout, x!, (last) =>
        call(
          "depthwiseConv2d",
          last,
          filter,
          attrs.strides,
          tfjsPadding(attrs.padding, attrs.dim_rounding_mode, false),
          "NHWC",
          attrs.dilations,
          ...tfjsRounding(attrs),
        ),
      ),
    torch: (call, { inputs: [x, filter], shapes: [p, q], shape }, attrs) => {
      const plan = depthwisePlan(name, p!, q!, attrs);
      const weight = call("torch.permute", groupedFilterIn(call, "torch.reshape", filter!, plan), weightOrder(2));
      return torchConvolution(call, plan, x!, weight, shape);
    },
    jax: (call, { inputs: [x, filter], shapes: [p, q] }, attrs) => {
      const plan = depthwisePlan(name, p!, q!, attrs);
      return jaxConvolution(call, plan, x!, groupedFilterIn(call, "jnp.reshape", filter!, plan));
    },
  },
});
