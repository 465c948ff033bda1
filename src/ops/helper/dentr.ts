import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { asPair, timesPair, type Pair } from "../../tensor/kernels/double-double.ts";

/** The slope of entr, −1 − ln x = −ln (e·x), for which e·x has twice the digits near its zero at 1/e. */
export const dentr: Op<["x"]> = elementwise({
  name: "dentr",
  inputs: ["x"],
  kernel: (x) => {
    // Below 0 entr is constant.
    if (x < 0) return 0;
    if (x < 0.25 || x > 0.5) return -1 - Math.log(x);
    const { hi, lo } = timesPair(E, asPair(x));
    return -Math.log1p(hi - 1 + lo);
  },
  rounding: { relative: 16, absolute: 4 },
  partials: {
    // −1/x
    x: ({ div, neg }, { x }, g) => neg(div(g, x)),
  },
});

/** e to some 107 bits. */
const E: Pair = { hi: Math.E, lo: 1.4456468917292502e-16 };
