import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The hyperbolic cosine (eˣ + e⁻ˣ) / 2.
 *
 * @example
 * ops.cosh(tensor([0, 1])); // [1, 1.543…]
 */
export const cosh: Op<["x"]> = elementwise({
  name: "cosh",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \cosh x = \frac{e^x + e^{-x}}{2}`,
  domain: { x: reals(-3, 3) },
  exact: (real, x) => real.div(real.add(real.exp(x), real.exp(real.neg(x))), 2),
  kernel: Math.cosh,
  rounding: { relative: 16 },
  partials: {
    // ∂/∂x = sinh x
    x: ({ mul, sinh }, { x }, g) => mul(g, sinh(x)),
  },
  counterparts: {
    tfjs: fn("cosh"),
    torch: fn("torch.cosh"),
    jax: fn("jnp.cosh"),
  },
});
