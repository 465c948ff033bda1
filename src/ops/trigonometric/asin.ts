import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The angle in [−π/2, π/2] whose sine is x; NaN outside of [−1, 1]. At ±1 its slope is infinite.
 *
 * @example
 * ops.asin(tensor([0, 1])); // [0, 1.570…]
 */
export const asin: Op<["x"]> = elementwise({
  name: "asin",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \arcsin x`,
  domain: { x: reals(-0.9, 0.9) },
  exact: (real, x) => real.atan(real.div(x, real.sqrt(real.mul(real.sub(1, x), real.add(1, x))))),
  kernel: Math.asin,
  rounding: { relative: 8, absolute: 4 },
  partials: {
    // ∂/∂x = 1 / √(1 − x²)
    x: ({ dasin, mul }, { x }, g) => mul(g, dasin(x)),
  },
  // 1 / √(1 − x²)
  variants: [{ x: ({ div, sqrt, square, sub }, { x }, g) => div(g, sqrt(sub(1, square(x)))) }],
  counterparts: {
    tfjs: fn("asin"),
    torch: fn("torch.asin"),
    jax: fn("jnp.arcsin"),
  },
});
