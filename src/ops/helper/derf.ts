import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { errorDensity } from "../../tensor/kernels/error-function.ts";

/** The slope of erf, (2/√π)·exp(−x²), for which x² is not rounded. */
export const derf: Op<["x"]> = elementwise({
  name: "derf",
  inputs: ["x"],
  kernel: errorDensity,
  rounding: { relative: 32 },
  partials: {
    // −2x·out
    x: ({ mul, neg }, { x, out }, g) => neg(mul(g, mul(2, mul(x, out)))),
  },
});
