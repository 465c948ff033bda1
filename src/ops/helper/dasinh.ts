import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The slope of the inverse hyperbolic sine, 1 / √(1 + x²), where x² would overflow too. */
export const dasinh: Op<["x"]> = elementwise({
  name: "dasinh",
  inputs: ["x"],
  kernel: (x) => 1 / Math.hypot(1, x),
  rounding: { relative: 8 },
  partials: {
    // −x / (1 + x²)^{3/2}
    x: ({ mul, neg, square }, { x, out }, g) => neg(mul(g, mul(mul(x, out), square(out)))),
  },
});
