import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The slope of the arc tangent, 1 / (1 + x²), where x² would overflow too: (1/x) / (x + 1/x). */
export const datan: Op<["x"]> = elementwise({
  name: "datan",
  inputs: ["x"],
  kernel: (x) => (Math.abs(x) <= 1 ? 1 / (1 + x * x) : 1 / x / (x + 1 / x)),
  rounding: { relative: 8 },
  partials: {
    // −2x / (1 + x²)²
    x: ({ mul }, { x, out }, g) => mul(g, mul(mul(-2, mul(x, out)), out)),
  },
});
