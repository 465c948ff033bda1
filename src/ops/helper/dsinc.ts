import { integer } from "../../op/attrs.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { sincSlope } from "../../tensor/kernels/sinc.ts";

/** The derivative of sinc of order `order`. */
export const dsinc: Op<["x"], { order: number }> = elementwise({
  name: "dsinc",
  inputs: ["x"],
  attrs: { order: integer("order of the derivative") },
  kernel: (x, { order }) => sincSlope(x, order),
  rounding: { relative: 32, absolute: 32 },
  partials: {
    x: ({ dsinc, mul }, { x }, g, { order }) => mul(g, dsinc(x, { order: order + 1 })),
  },
});
