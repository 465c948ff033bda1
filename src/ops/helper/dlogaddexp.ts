import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { logaddexpSlope } from "../../tensor/kernels/logaddexp.ts";

/** 1 / (1 + e^(y − x)), the slope of logaddexp along x, for which y − x is not rounded. */
export const dlogaddexp: Op<["x", "y"]> = elementwise({
  name: "dlogaddexp",
  inputs: ["x", "y"],
  kernel: (x, y) => logaddexpSlope(x, y),
  rounding: { relative: 32 },
  partials: {
    // The product with the slope along y.
    x: ({ dlogaddexp, mul }, { x, y, out }, g) => mul(g, mul(out, dlogaddexp(y, x))),
    y: ({ dlogaddexp, mul, neg }, { x, y, out }, g) => neg(mul(g, mul(out, dlogaddexp(y, x)))),
  },
});
