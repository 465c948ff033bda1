import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { scaledPower } from "../../tensor/kernels/power.ts";

/** The slope of a power along its exponent, xʸ·ln x; for x = 0 the limit 0, where the formula would give 0·(−∞). */
export const dpow_exponent: Op<["x", "y"]> = elementwise({
  name: "dpow_exponent",
  inputs: ["x", "y"],
  kernel: (x, y) => (x === 0 ? (y >= 0 ? 0 : Number.NaN) : scaledPower(x, y, Math.log(x))),
  rounding: { relative: 34 },
  partials: {
    // x^(y − 1)·(1 + y·ln x)
    x: ({ add, equal, log, mul, pow, sub, where }, { x, y }, g) =>
      mul(g, mul(pow(x, sub(y, 1)), add(1, mul(y, log(where(equal(x, 0), 1, x)))))),
    // xʸ·ln²x
    y: ({ equal, log, mul, where }, { x, out }, g) => mul(g, mul(out, log(where(equal(x, 0), 1, x)))),
  },
});
