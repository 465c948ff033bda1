import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The cosine of an angle in radians; NaN at the infinities.
 *
 * @example
 * ops.cos(tensor([0, 1])); // [1, 0.5403…]
 */
export const cos: Op<["x"]> = elementwise({
  name: "cos",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \cos x`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.cos(x),
  kernel: Math.cos,
  rounding: { relative: 8, absolute: 4 },
  partials: {
    // ∂/∂x = −sin x
    x: ({ mul, neg, sin }, { x }, g) => neg(mul(g, sin(x))),
  },
  counterparts: {
    tfjs: fn("cos"),
    torch: fn("torch.cos"),
    jax: fn("jnp.cos"),
  },
});
