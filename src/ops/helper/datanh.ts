import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The slope of the inverse hyperbolic tangent, 1 / (1 − x²), in factors that keep their digits near ±1. */
export const datanh: Op<["x"]> = elementwise({
  name: "datanh",
  inputs: ["x"],
  kernel: (x) => 1 / ((1 - x) * (1 + x)),
  rounding: { relative: 8 },
  partials: {
    // 2x / (1 − x²)²
    x: ({ mul }, { x, out }, g) => mul(g, mul(mul(2, mul(x, out)), out)),
  },
});
