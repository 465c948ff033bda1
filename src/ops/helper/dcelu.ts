import { real as number } from "../../op/attrs.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { timesExp, twoProduct } from "../../tensor/kernels/double-double.ts";

/** The slope of celu, exp(x / alpha) where x is not positive, else 1; what rounding x / alpha lost is put right. */
export const dcelu: Op<["x"], { readonly alpha: number }> = elementwise({
  name: "dcelu",
  inputs: ["x"],
  attrs: { alpha: number("as celu's") },
  kernel: (x, { alpha }) => {
    if (x > 0) return 1;
    const quotient = x / alpha;
    if (!(quotient > LEAST)) return timesExp(1, quotient);
    const { hi, lo } = twoProduct(quotient, alpha);
    return timesExp(1, quotient, (x - hi - lo) / alpha);
  },
  rounding: { relative: 8 },
  partials: {
    // exp(x / alpha) / alpha where x < 0, else 0; at 0, where it has a kink, that of the negative side
    x: ({ div, greater, mul, where }, { x, out }, g, { alpha }) => where(greater(x, 0), 0, mul(g, div(out, alpha))),
  },
});

/** Below, the exponential is 0. */
const LEAST = -800;
