import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The natural logarithm ln(1 + x), which keeps its digits where x is small; −∞ at −1, NaN below.
 *
 * @example
 * ops.log1p(tensor([0, 1])); // [0, 0.6931…]
 */
export const log1p: Op<["x"]> = elementwise({
  name: "log1p",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \ln(1 + x)`,
  domain: { x: reals(-0.5, 4) },
  exact: (real, x) => real.log(real.add(1, x)),
  kernel: Math.log1p,
  rounding: { relative: 8, absolute: 2 },
  partials: {
    // ∂/∂x = 1 / (1 + x)
    x: ({ add, div }, { x }, g) => div(g, add(1, x)),
  },
  // Its own, and g·(1 / (1 + x)).
  variants: [{}, { x: ({ add, div, mul }, { x }, g) => mul(g, div(1, add(1, x))) }],
  counterparts: {
    tfjs: fn("log1p"),
    torch: fn("torch.log1p"),
    jax: fn("jnp.log1p"),
  },
});
