import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The tangent of an angle in radians; NaN at the infinities.
 *
 * @example
 * ops.tan(tensor([0, 1])); // [0, 1.557…]
 */
export const tan: Op<["x"]> = elementwise({
  name: "tan",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \tan x = \frac{\sin x}{\cos x}`,
  domain: { x: reals(-1.25, 1.25) },
  exact: (real, x) => real.div(real.sin(x), real.cos(x)),
  kernel: Math.tan,
  rounding: { relative: 16, absolute: 4 },
  partials: {
    // ∂/∂x = 1 + tan²x
    x: ({ add, mul, square }, { out }, g) => mul(g, add(1, square(out))),
  },
  // Its own, and 1 / cos²x.
  variants: [{}, { x: ({ cos, div, square }, { x }, g) => div(g, square(cos(x))) }],
  counterparts: {
    tfjs: fn("tan"),
    torch: fn("torch.tan"),
    jax: fn("jnp.tan"),
  },
});
