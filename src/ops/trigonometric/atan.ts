import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The angle in [−π/2, π/2] whose tangent is x.
 *
 * @example
 * ops.atan(tensor([0, 1])); // [0, 0.7853…]
 */
export const atan: Op<["x"]> = elementwise({
  name: "atan",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \arctan x`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.atan(x),
  kernel: Math.atan,
  rounding: { relative: 8, absolute: 4 },
  partials: {
    // ∂/∂x = 1 / (1 + x²)
    x: ({ datan, mul }, { x }, g) => mul(g, datan(x)),
  },
  // 1 / (1 + x²) in so many steps.
  variants: [{ x: ({ add, div, square }, { x }, g) => div(g, add(square(x), 1)) }],
  counterparts: {
    tfjs: fn("atan"),
    torch: fn("torch.atan"),
    jax: fn("jnp.arctan"),
  },
});
