import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The quotient x / y; shapes broadcast.
 *
 * @example
 * ops.divide(tensor([1, 2]), tensor(4)); // [0.25, 0.5]
 */
export const divide: Op<["x", "y"]> = elementwise({
  name: "divide",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \frac{x}{y}`,
  domain: { x: reals(-4, 4), y: reals(0.5, 4) },
  exact: (real, x, y) => real.div(x, y),
  kernel: (x, y) => x / y,
  // Graphics processors divide to 2.5 ulp.
  rounding: { relative: 6 },
  partials: {
    x: ({ div }, { y }, g) => div(g, y),
    // ∂/∂y = −x / y²
    y: ({ ddivide, mul, neg }, { x, y }, g) => neg(mul(g, ddivide(x, y))),
  },
  variants: [
    { y: ({ div, mul, neg }, { y, out }, g) => neg(div(mul(g, out), y)) },
    { y: ({ div, mul, neg, square }, { x, y }, g) => neg(div(mul(g, x), square(y))) },
    {
      x: ({ div, mul }, { y }, g) => mul(g, div(1, y)),
      y: ({ div, mul, neg, square }, { x, y }, g) => mul(neg(mul(g, x)), div(1, square(y))),
    },
  ],
  counterparts: { tfjs: fn("div"), torch: fn("torch.divide"), jax: fn("jnp.divide") },
});
