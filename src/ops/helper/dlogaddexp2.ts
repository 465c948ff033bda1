import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { logaddexpSlope } from "../../tensor/kernels/logaddexp.ts";

/** 1 / (1 + 2^(y − x)), the slope of logaddexp2 along x, for which y − x is not rounded. */
export const dlogaddexp2: Op<["x", "y"]> = elementwise({
  name: "dlogaddexp2",
  inputs: ["x", "y"],
  kernel: (x, y) => logaddexpSlope(x, y, "2"),
  rounding: { relative: 32 },
  partials: {
    // The product with the slope along y, times ln 2.
    x: ({ dlogaddexp2, mul }, { x, y, out }, g) => mul(g, mul(mul(Math.LN2, out), dlogaddexp2(y, x))),
    y: ({ dlogaddexp2, mul, neg }, { x, y, out }, g) => neg(mul(g, mul(mul(Math.LN2, out), dlogaddexp2(y, x)))),
  },
});
