import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The slope of the hyperbolic tangent, tanh′(x) = 4e / (1 + e)² with e = exp(−2|x|): from tanh itself, 1 − tanh² loses
 * all digits.
 */
export const dtanh: Op<["x"]> = elementwise({
  name: "dtanh",
  inputs: ["x"],
  loop: (out, x) => {
    for (let k = 0; k < out.length; k++) {
      const a = Math.abs(x[k]!);
      if (a < NEAR_UNDERFLOW) {
        const e = Math.exp(-2 * a);
        out[k] = (4 * e) / ((1 + e) * (1 + e));
      } else {
        // e itself is subnormal before 4e is.
        const h = 2 * Math.exp(-a);
        out[k] = h * h;
      }
    }
  },
  rounding: { relative: 8 },
  partials: {
    // tanh″(x) = −2·tanh(x)·tanh′(x)
    x: ({ dtanh, mul, tanh }, { x }, g) => mul(g, mul(mul(-2, tanh(x)), dtanh(x))),
  },
});

const NEAR_UNDERFLOW = 350;
