import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The angle in [0, π] whose cosine is x; NaN outside of [−1, 1]. At ±1 its slope is infinite.
 *
 * @example
 * ops.acos(tensor([0, 1])); // [1.570…, 0]
 */
export const acos: Op<["x"]> = elementwise({
  name: "acos",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \arccos x`,
  domain: { x: reals(-0.9, 0.9) },
  exact: (real, x) => real.mul(2, real.atan(real.sqrt(real.div(real.sub(1, x), real.add(1, x))))),
  kernel: Math.acos,
  rounding: { relative: 8, absolute: 4 },
  partials: {
    // ∂/∂x = −1 / √(1 − x²)
    x: ({ dasin, mul, neg }, { x }, g) => neg(mul(g, dasin(x))),
  },
  // −1 / √(1 − x²)
  variants: [{ x: ({ div, neg, sqrt, square, sub }, { x }, g) => neg(div(g, sqrt(sub(1, square(x))))) }],
  counterparts: {
    tfjs: fn("acos"),
    torch: fn("torch.acos"),
    jax: fn("jnp.arccos"),
  },
});
