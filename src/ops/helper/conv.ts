import { sizeOf } from "../../base/shape.ts";
import { convolved } from "../../op/convolved.ts";
import { bilinear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { conv as convKernel, type ConvGeometry } from "../../tensor/kernels/conv.ts";

/** The convolution of any number of dimensions, channels last; see {@link ConvGeometry}. */
export const conv: Op<["x", "filter"], ConvGeometry> = bilinear({
  name: "conv",
  inputs: ["x", "filter"],
  attrs: convolved,
  shape: (_shapes, { out_shape }) => out_shape,
  kernel: ([x, filter], geometry) => convKernel(x!, filter!, geometry),
  // One product for each element of the window and channel of the group.
  rounding: (_inputs, { filter_shape }) => ({ terms: sizeOf(filter_shape.slice(0, -1)) }),
  transposes: {
    x: ({ conv_input_grad }, { filter }, g, geometry) => conv_input_grad(g, filter, geometry),
    filter: ({ conv_filter_grad }, { x }, g, geometry) => conv_filter_grad(x, g, geometry),
  },
});
