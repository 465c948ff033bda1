import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The hyperbolic sine (eˣ − e⁻ˣ) / 2.
 *
 * @example
 * ops.sinh(tensor([0, 1])); // [0, 1.175…]
 */
export const sinh: Op<["x"]> = elementwise({
  name: "sinh",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \sinh x = \frac{e^x - e^{-x}}{2}`,
  domain: { x: reals(-3, 3) },
  exact: (real, x) => real.div(real.sub(real.exp(x), real.exp(real.neg(x))), 2),
  kernel: Math.sinh,
  rounding: { relative: 16 },
  partials: {
    // ∂/∂x = cosh x
    x: ({ cosh, mul }, { x }, g) => mul(g, cosh(x)),
  },
  counterparts: {
    tfjs: fn("sinh"),
    torch: fn("torch.sinh"),
    jax: fn("jnp.sinh"),
  },
});
