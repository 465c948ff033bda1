import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The slope of a power along its base, y·x^(y − 1); 0 for y = 0, also at x = 0. Where y − 1 rounds, its error counts
 * ln |x| times, and is put right; where the power leaves the range of normal numbers, it is applied in two halves.
 */
export const dpow: Op<["x", "y"]> = elementwise({
  name: "dpow",
  inputs: ["x", "y"],
  kernel: (x, y) => {
    if (y === 0) return 0;
    const t = y - 1;
    const p = x ** t;
    let slope = y * p;
    if (!Number.isNaN(p) && !(Math.abs(p) > SMALLEST && Math.abs(p) < LARGEST)) {
      const half = Math.abs(x) ** (t / 2);
      slope = (x < 0 && Math.abs(t % 2) === 1 ? -y : y) * half * half;
    }
    // y − 1 = t + lost exactly (D. E. Knuth, The Art of Computer Programming, 4.2.2).
    const back = t - y;
    const lost = y - (t - back) + (-1 - back);
    return lost === 0 || x === 0 ? slope : slope * (1 + lost * Math.log(Math.abs(x)));
  },
  rounding: { relative: 32 },
  partials: {
    // y·(y − 1)·x^(y − 2)
    x: ({ dpow, mul, sub }, { x, y }, g) => mul(g, mul(y, dpow(x, sub(y, 1)))),
    // x^(y − 1)·(1 + y·ln x); for x = 0 the limit, where ln x would give −∞.
    y: ({ add, equal, log, mul, pow, sub, where }, { x, y }, g) =>
      mul(g, mul(pow(x, sub(y, 1)), add(1, mul(y, log(where(equal(x, 0), 1, x)))))),
  },
});

/** Powers within are neither subnormal nor near the end of float64. */
const [SMALLEST, LARGEST] = [2 ** -1000, 2 ** 1000];
