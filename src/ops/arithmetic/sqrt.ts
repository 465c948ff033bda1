import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The square root √x; NaN below 0.
 *
 * @example
 * ops.sqrt(tensor([4, 9])); // [2, 3]
 */
export const sqrt: Op<["x"]> = elementwise({
  name: "sqrt",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \sqrt{x}`,
  domain: { x: reals(0.25, 4) },
  exact: (real, x) => real.sqrt(x),
  kernel: Math.sqrt,
  // Graphics processors take it as the reciprocal of 1/√x.
  rounding: { relative: 8 },
  partials: {
    // ∂/∂x = 1 / (2√x)
    x: ({ div, mul }, { out }, g) => div(g, mul(2, out)),
  },
  // Its own, and g·(½ / √x).
  variants: [{}, { x: ({ div, mul }, { out }, g) => mul(g, div(0.5, out)) }],
  counterparts: { tfjs: fn("sqrt"), torch: fn("torch.sqrt"), jax: fn("jnp.sqrt") },
});
