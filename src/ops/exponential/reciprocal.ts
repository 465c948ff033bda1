import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The reciprocal 1 / x.
 *
 * @example
 * ops.reciprocal(tensor([4, -0.5])); // [0.25, -2]
 */
export const reciprocal: Op<["x"]> = elementwise({
  name: "reciprocal",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \frac{1}{x}`,
  domain: { x: reals(0.5, 4) },
  exact: (real, x) => real.div(1, x),
  kernel: (x) => 1 / x,
  rounding: { relative: 6 },
  partials: {
    // ∂/∂x = −1 / x²
    x: ({ ddivide, mul, neg }, { x }, g) => neg(mul(g, ddivide(1, x))),
  },
  variants: [
    { x: ({ div, neg, square }, { x }, g) => div(g, neg(square(x))) },
    { x: ({ mul, neg, square }, { out }, g) => neg(mul(g, square(out))) },
  ],
  counterparts: {
    tfjs: fn("reciprocal"),
    torch: fn("torch.reciprocal"),
    jax: fn("jnp.reciprocal"),
  },
});
