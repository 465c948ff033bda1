import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The sine of an angle in radians; NaN at the infinities.
 *
 * @example
 * ops.sin(tensor([0, 1])); // [0, 0.8414…]
 */
export const sin: Op<["x"]> = elementwise({
  name: "sin",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \sin x`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.sin(x),
  kernel: Math.sin,
  rounding: { relative: 8, absolute: 4 },
  partials: {
    // ∂/∂x = cos x
    x: ({ cos, mul }, { x }, g) => mul(g, cos(x)),
  },
  counterparts: {
    tfjs: fn("sin"),
    torch: fn("torch.sin"),
    jax: fn("jnp.sin"),
  },
});
