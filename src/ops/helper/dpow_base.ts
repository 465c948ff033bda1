import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { scaledPower } from "../../tensor/kernels/power.ts";

/**
 * The slope of a power along its base, y·x^(y − 1); 0 for y = 0, also at x = 0. Where y − 1 rounds, its error counts
 * ln |x| times, and is put right.
 */
export const dpow_base: Op<["x", "y"]> = elementwise({
  name: "dpow_base",
  inputs: ["x", "y"],
  kernel: (x, y) => {
    if (y === 0) return 0;
    const size = Math.abs(x);
    const t = y - 1;
    const slope = scaledPower(size, t, y);
    // y − 1 = t + lost exactly (D. E. Knuth, The Art of Computer Programming, 4.2.2).
    const back = t - y;
    const lost = y - (t - back) + (-1 - back);
    const exact = lost === 0 || x === 0 ? slope : slope * (1 + lost * Math.log(size));
    if (x >= 0) return exact;
    if (!Number.isInteger(y)) return Number.NaN;
    return y % 2 === 0 ? -exact : exact;
  },
  rounding: { relative: 32 },
  partials: {
    // y·(y − 1)·x^(y − 2); x⁰ is constant also at x = 0, where this would give 0·∞.
    x: ({ dpow_base, equal, mul, sub, where }, { x, y }, g) =>
      mul(g, mul(y, dpow_base(x, where(equal(x, 0), where(equal(y, 0), 1, sub(y, 1)), sub(y, 1))))),
    // x^(y − 1)·(1 + y·ln x); for x = 0 the limit, where ln x would give −∞.
    y: ({ add, equal, log, mul, pow, sub, where }, { x, y }, g) =>
      mul(g, mul(pow(x, sub(y, 1)), add(1, mul(y, log(where(equal(x, 0), 1, x)))))),
  },
});
