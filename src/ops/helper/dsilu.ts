import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { timesExp } from "../../tensor/kernels/double-double.ts";

/** The slope of silu, σ(x) + x·σ′(x), as one fraction of exponentials of −|x|. */
export const dsilu: Op<["x"]> = elementwise({
  name: "dsilu",
  inputs: ["x"],
  kernel: (x) => {
    const e = Math.exp(-Math.abs(x));
    const square = (1 + e) * (1 + e);
    if (x < 0) return timesExp((1 + x + e) / square, x);
    return e === 0 ? 1 : (1 + e + x * e) / square;
  },
  rounding: { relative: 8, absolute: 8 },
  partials: {
    // σ′(x)·(2 − x·tanh(x / 2))
    x: ({ dsigmoid, mul, sub, tanh }, { x }, g) => mul(g, mul(dsigmoid(x), sub(2, mul(x, tanh(mul(0.5, x)))))),
  },
});
