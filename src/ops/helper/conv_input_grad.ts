import { sizeOf } from "../../base/shape.ts";
import { convolved } from "../../op/convolved.ts";
import { bilinear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { convInputGrad, type ConvGeometry } from "../../tensor/kernels/conv.ts";

/** The transpose of `conv` in x: the cotangent of x from that of the result. */
export const conv_input_grad: Op<["g", "filter"], ConvGeometry> = bilinear({
  name: "conv_input_grad",
  inputs: ["g", "filter"],
  attrs: convolved,
  shape: (_shapes, { x_shape }) => x_shape,
  kernel: ([g, filter], geometry) => convInputGrad(g!, filter!, geometry),
  // No more products than elements of the window, each with the features of the group.
  rounding: (_inputs, { x_shape, filter_shape }) => ({
    terms: x_shape.at(-1) === 0 ? 0 : (sizeOf(filter_shape.toSpliced(-2, 1)) * filter_shape.at(-2)!) / x_shape.at(-1)!,
  }),
  transposes: {
    g: ({ conv }, { filter }, h, geometry) => conv(h, filter, geometry),
    filter: ({ conv_filter_grad }, { g }, h, geometry) => conv_filter_grad(h, g, geometry),
  },
});
