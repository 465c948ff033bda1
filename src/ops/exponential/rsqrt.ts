import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The reciprocal of the square root, 1 / √x; ∞ at 0, NaN below.
 *
 * @example
 * ops.rsqrt(tensor([4, 0.25])); // [0.5, 2]
 */
export const rsqrt: Op<["x"]> = elementwise({
  name: "rsqrt",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \frac{1}{\sqrt{x}}`,
  domain: { x: reals(0.25, 4) },
  exact: (real, x) => real.div(1, real.sqrt(x)),
  kernel: (x) => 1 / Math.sqrt(x),
  rounding: { relative: 8 },
  partials: {
    // ∂/∂x = −1 / (2x√x)
    x: ({ div, mul }, { x, out }, g) => mul(g, mul(-0.5, div(out, x))),
  },
  variants: [
    // −½ / x^1.5
    { x: ({ div, mul, neg, pow }, { x }, g) => neg(div(g, mul(2, pow(x, 1.5)))) },
    // −½·out³
    { x: ({ mul }, { out }, g) => mul(g, mul(-0.5, mul(out, mul(out, out)))) },
  ],
  counterparts: {
    tfjs: fn("rsqrt"),
    torch: fn("torch.rsqrt"),
    jax: fn("jax.lax.rsqrt"),
  },
});
