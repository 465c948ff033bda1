import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { timesExp } from "../../tensor/kernels/double-double.ts";

/** The slope of mish, t + x·t′ for t = tanh(softplus(x)), as one fraction of exponentials of −|x|. */
export const dmish: Op<["x"]> = elementwise({
  name: "dmish",
  inputs: ["x"],
  kernel: (x) => {
    const e = Math.exp(-Math.abs(x));
    if (x < 0) {
      const divisor = e * (e + 2) + 2;
      return timesExp(((e + 2) * divisor + 4 * x * (e + 1)) / (divisor * divisor), x);
    }
    if (e === 0) return 1;
    const divisor = 1 + 2 * e + 2 * e * e;
    return (1 + 2 * e + (4 * x * e * e * (1 + e)) / divisor) / divisor;
  },
  rounding: { relative: 8, absolute: 8 },
  partials: {
    // t′·(2 + x·(σ(−x) − 2·t·σ(x))), where t′ = tanh′(s)·σ(x) and s = softplus(x)
    x: ({ add, dtanh, mul, neg, sigmoid, softplus, sub, tanh }, { x }, g) => {
      const s = softplus(x);
      const slope = mul(dtanh(s), sigmoid(x));
      const bend = sub(sigmoid(neg(x)), mul(2, mul(tanh(s), sigmoid(x))));
      // The slope is multiplied in first: it is 0 where x times the rest would overflow.
      return mul(g, add(mul(2, slope), mul(mul(x, slope), bend)));
    },
  },
});
