import { sizeOf } from "../../base/shape.ts";
import { convolved } from "../../op/convolved.ts";
import { bilinear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { convFilterGrad, type ConvGeometry } from "../../tensor/kernels/conv.ts";

/** The transpose of `conv` in the filter: the cotangent of the filter from that of the result. */
export const conv_filter_grad: Op<["x", "g"], ConvGeometry> = bilinear({
  name: "conv_filter_grad",
  inputs: ["x", "g"],
  attrs: convolved,
  shape: (_shapes, { filter_shape }) => filter_shape,
  kernel: ([x, g], geometry) => convFilterGrad(x!, g!, geometry),
  // No more products than windows.
  rounding: (_inputs, { out_shape }) => ({ terms: sizeOf(out_shape.slice(0, -1)) }),
  transposes: {
    x: ({ conv_input_grad }, { g }, h, geometry) => conv_input_grad(g, h, geometry),
    g: ({ conv }, { x }, h, geometry) => conv(x, h, geometry),
  },
});
