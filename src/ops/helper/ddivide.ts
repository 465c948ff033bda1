import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** x / y², the slope of a quotient along its divisor but for the sign. Where x / y is subnormal it is divided at a larger scale. */
export const ddivide: Op<["x", "y"]> = elementwise({
  name: "ddivide",
  inputs: ["x", "y"],
  kernel: (x, y) => {
    const quotient = x / y;
    return Math.abs(quotient) < SMALL ? ((x * SCALE) / y / y) * (1 / SCALE) : quotient / y;
  },
  rounding: { relative: 2 },
  partials: {
    // 1 / y²
    x: ({ ddivide, mul }, { y }, g) => mul(g, ddivide(1, y)),
    // −2x / y³
    y: ({ div, mul }, { y, out }, g) => mul(g, div(mul(-2, out), y)),
  },
});

const SMALL = 2 ** -900;
const SCALE = 2 ** 200;
