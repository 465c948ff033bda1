import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The power xʸ; shapes broadcast. NaN where x is negative and y is no whole number.
 *
 * @example
 * ops.pow(tensor([2, 3]), tensor(2)); // [4, 9]
 */
export const pow: Op<["x", "y"]> = elementwise({
  name: "pow",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = x^y`,
  domain: { x: reals(0.25, 3), y: reals(-2, 3) },
  exact: (real, x, y) => real.pow(x, y),
  // IEEE 754 (and the array API) where JavaScript differs: 1 to any power is 1, and so is −1 to an infinite one.
  kernel: (x, y) => (x === 1 || (x === -1 && Math.abs(y) === Infinity) ? 1 : x ** y),
  rounding: { relative: 32 },
  partials: {
    // ∂/∂x = y·x^(y − 1)
    x: ({ dpow_base, mul }, { x, y }, g) => mul(g, dpow_base(x, y)),
    // ∂/∂y = xʸ·ln x
    y: ({ dpow_exponent, mul }, { x, y }, g) => mul(g, dpow_exponent(x, y)),
  },
  variants: [
    {
      // y·x^(y − 1) in three steps; x⁰ is constant also at x = 0, where they would give 0·∞.
      x: ({ equal, mul, pow, sub, where }, { x, y }, g) =>
        mul(g, mul(y, pow(where(equal(x, 0), where(equal(y, 0), 1, x), x), sub(y, 1)))),
      y: ({ equal, log, mul, where }, { x, out }, g) => mul(g, mul(out, log(where(equal(x, 0), 1, x)))),
    },
    // y·xʸ / x
    { x: ({ div, equal, mul, where }, { x, y, out }, g) => mul(g, div(mul(y, out), where(equal(x, 0), 1, x))) },
  ],
  counterparts: { tfjs: fn("pow"), torch: fn("torch.pow"), jax: fn("jnp.power") },
});
