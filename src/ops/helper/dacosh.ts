import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The slope of the inverse hyperbolic cosine, 1 / √(x² − 1), in two roots: neither overflows, nor do they cancel near 1. */
export const dacosh: Op<["x"]> = elementwise({
  name: "dacosh",
  inputs: ["x"],
  kernel: (x) => 1 / (Math.sqrt(x - 1) * Math.sqrt(x + 1)),
  rounding: { relative: 8 },
  partials: {
    // −x / (x² − 1)^{3/2}
    x: ({ mul, neg, square }, { x, out }, g) => neg(mul(g, mul(mul(x, out), square(out)))),
  },
});
