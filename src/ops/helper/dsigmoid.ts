import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The slope of the logistic function, σ′(x) = e / (1 + e)² with e = exp(−|x|): from σ itself, 1 − σ loses all digits. */
export const dsigmoid: Op<["x"]> = elementwise({
  name: "dsigmoid",
  inputs: ["x"],
  loop: (out, x) => {
    for (let k = 0; k < out.length; k++) {
      const e = Math.exp(-Math.abs(x[k]!));
      out[k] = e / ((1 + e) * (1 + e));
    }
  },
  rounding: { relative: 8 },
  partials: {
    // σ″(x) = −σ′(x)·tanh(x / 2)
    x: ({ dsigmoid, mul, tanh }, { x }, g) => mul(g, mul(dsigmoid(x), tanh(mul(-0.5, x)))),
  },
});
