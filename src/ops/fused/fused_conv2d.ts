import { planOf } from "../../op/convolution.ts";
import { extrasOf, tfjsFusing } from "../../op/fused.ts";
import {
  fusedConvolution,
  tfjsArguments,
  type FusedConvolution,
  type FusedInputs,
} from "../../op/fused-convolution.ts";
import type { Op } from "../../op/op.ts";

/**
 * The convolution of images `[batch, height, width, channels]` (or channels first, by `data_format`) with a filter
 * `[height, width, channels, features]`, to which a bias is added (one number a feature, or one for all) where `use_bias`
 * says that it is given, and of which an activation is taken. The batch may be left out. With "prelu" the last input is its
 * weights: one for all, one a feature, or a tensor of rank 3 that broadcasts to the result without its batch.
 *
 * Where the activation has a kink, its derivative is that of the op of its name.
 *
 * @throws ShapeError where ranks, channels, bias or weights do not fit, or a window is larger than what it moves over.
 * @example
 * ops.fused_conv2d(tensor([[[1], [-2]]]), tensor([[[[3]]]]), { activation: "relu" }); // [[[3], [0]]]
 */
export const fused_conv2d: Op<FusedInputs, FusedConvolution> = fusedConvolution({
  name: "fused_conv2d",
  formula: String.raw`\mathrm{out}_{n,i,j,f} = \varphi\left( \sum_{k,l,c} x_{n,\,s_1 i + d_1 k - p_1,\,s_2 j + d_2 l - p_2,\,c}\,\mathrm{filter}_{k,l,c,f} + \mathrm{bias}_f \right), \quad \varphi = \mathrm{activation} \text{, of prelu and leakyrelu } \varphi(z) = \max(z, 0) + a \min(z, 0),\ a = \text{prelu\_weights} \text{ or } \text{leakyrelu\_alpha},\ s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = 0 \text{ outside}`,
  plan: (name, x, filter, attrs) => planOf(name, 2, [x, filter], { ...attrs, groups: 1 }),
  filter: (_, filter) => filter,
  filterIn: (_, __, filter) => filter,
  element: (filter) => (within, c, f) => filter.at([...within, c, f]),
  features: (draw) => draw.integer(1, 2),
  terms: (window, channels) => window * channels,
  tfjs: (call, { layout }, inputs, _, attrs) =>
    call("fused.conv2d", {
      x: inputs[0],
      ...tfjsArguments(inputs[1]!, attrs, layout.channelsFirst),
      ...tfjsFusing(extrasOf(inputs, attrs), attrs),
    }),
});
