import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** x / √(x² + y²), the slope of a length, also where the length overflows or has few digits. */
export const dhypot: Op<["x", "y"]> = elementwise({
  name: "dhypot",
  inputs: ["x", "y"],
  kernel: (x, y) => {
    const size = Math.max(Math.abs(x), Math.abs(y));
    const scale = size > LARGE ? 0.25 : size < SMALL ? 1 / SMALL : 1;
    return (x * scale) / Math.hypot(x * scale, y * scale);
  },
  rounding: { relative: 8 },
  partials: {
    // y² / (x² + y²)^{3/2}
    x: ({ dhypot, div, hypot, mul, square }, { x, y }, g) => mul(g, div(square(dhypot(y, x)), hypot(x, y))),
    // −xy / (x² + y²)^{3/2}
    y: ({ dhypot, div, hypot, mul, neg }, { x, y, out }, g) => neg(mul(g, div(mul(out, dhypot(y, x)), hypot(x, y)))),
  },
});

const LARGE = 2 ** 1020;
const SMALL = 2 ** -900;
