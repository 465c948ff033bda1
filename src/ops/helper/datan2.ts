import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** x / (x² + y²), the slope of an angle, by the ratio of the smaller to the larger: no square over- or underflows. */
export const datan2: Op<["x", "y"]> = elementwise({
  name: "datan2",
  inputs: ["x", "y"],
  kernel: (x, y) => {
    if (Math.abs(x) >= Math.abs(y)) {
      // 1 / (x + y·(y/x)), halved, for the sum may overflow.
      const t = y / x;
      return 0.5 / (0.5 * x + 0.5 * y * t);
    }
    const t = x / y;
    return Math.abs(t) < SMALL ? ((x * SCALE) / y / y) * (1 / SCALE) : (0.5 * t) / (0.5 * y + 0.5 * x * t);
  },
  rounding: { relative: 8 },
  partials: {
    // (y² − x²) / (x² + y²)², by (y − x)(y + x)
    x: ({ add, div, hypot, mul, sub }, { x, y }, g) => {
      const r = hypot(x, y);
      return mul(g, mul(div(div(sub(y, x), r), r), div(div(add(y, x), r), r)));
    },
    // −2xy / (x² + y²)²
    y: ({ datan2, mul }, { x, y, out }, g) => mul(g, mul(mul(-2, out), datan2(y, x))),
  },
});

const SMALL = 2 ** -900;
const SCALE = 2 ** 200;
