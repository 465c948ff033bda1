import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The slope of the arc sine, 1 / √(1 − x²); near ±1 the factors 1 − x and 1 + x keep their digits, where 1 − x² would not. */
export const dasin: Op<["x"]> = elementwise({
  name: "dasin",
  inputs: ["x"],
  kernel: (x) => 1 / Math.sqrt((1 - x) * (1 + x)),
  rounding: { relative: 8 },
  partials: {
    // x / (1 − x²)^{3/2}
    x: ({ mul, square }, { x, out }, g) => mul(g, mul(mul(x, out), square(out))),
  },
});
