import { depthwiseElement, depthwisePlan, groupedFilter, groupedFilterIn } from "../../op/depthwise.ts";
import { extrasOf, tfjsFusing } from "../../op/fused.ts";
import {
  fusedConvolution,
  tfjsArguments,
  type FusedConvolution,
  type FusedInputs,
} from "../../op/fused-convolution.ts";
import type { Op } from "../../op/op.ts";
import { tfjsChannelsLast } from "../../op/spatial-calls.ts";

/**
 * The convolution of each channel of images `[batch, height, width, channels]` (or channels first, by `data_format`) with
 * filters of its own, `[height, width, channels, multiplier]`, to which a bias is added (one number a feature, or one for
 * all) where `use_bias` says that it is given, and of which an activation is taken. The batch may be left out. With "prelu"
 * the last input is its weights: one for all, one a feature, or a tensor of rank 3 that broadcasts to the result without its
 * batch.
 *
 * Where the activation has a kink, its derivative is that of the op of its name.
 *
 * @throws ShapeError where ranks, channels, bias or weights do not fit, or a window is larger than what it moves over.
 * @example
 * ops.fused_depthwise_conv2d(tensor([[[1, -2]]]), tensor([[[[3], [4]]]]), { activation: "relu" }); // [[[3, 0]]]
 */
export const fused_depthwise_conv2d: Op<FusedInputs, FusedConvolution> = fusedConvolution({
  name: "fused_depthwise_conv2d",
  formula: String.raw`\mathrm{out}_{n,i,j,cQ + q} = \varphi\left( \sum_{k,l} x_{n,\,s_1 i + d_1 k - p_1,\,s_2 j + d_2 l - p_2,\,c}\,\mathrm{filter}_{k,l,c,q} + \mathrm{bias}_{cQ + q} \right), \quad \varphi = \mathrm{activation} \text{, of prelu and leakyrelu } \varphi(z) = \max(z, 0) + a \min(z, 0),\ a = \text{prelu\_weights} \text{ or } \text{leakyrelu\_alpha},\ s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = 0 \text{ outside}`,
  plan: depthwisePlan,
  filter: groupedFilter,
  filterIn: groupedFilterIn,
  element: depthwiseElement,
  features: (draw) => draw.integer(1, 2),
  terms: (window) => window,
  // Channels last alone.
  tfjs: (call, { layout }, inputs, shapes, attrs) => {
    const { bias, weights } = extrasOf(inputs, attrs);
    const isTurned = layout.channelsFirst && extrasOf(shapes, attrs).weights?.length === 3;
    return tfjsChannelsLast(call, layout, inputs[0]!, (x) =>
      call("fused.depthwiseConv2d", {
        x,
        ...tfjsArguments(inputs[1]!, attrs, false),
        ...tfjsFusing({ bias, weights: isTurned ? call("transpose", weights, [1, 2, 0]) : weights }, attrs),
      }),
    );
  },
});
