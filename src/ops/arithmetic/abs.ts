import { fn } from "../../op/counterparts.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The absolute value |x|.
 *
 * At 0, where it has a kink, the derivative is taken as 0.
 *
 * @example
 * ops.abs(tensor([-1, 2])); // [1, 2]
 */
export const abs: Op<["x"]> = elementwise({
  name: "abs",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \lvert x \rvert`,
  domain: { x: reals(-4, 4, kinksAt(0)) },
  exact: (real, x) => real.abs(x),
  kernel: Math.abs,
  rounding: {},
  partials: {
    // ∂/∂x = sign x
    x: ({ mul, sign }, { x }, g) => mul(g, sign(x)),
  },
  counterparts: { tfjs: fn("abs"), torch: fn("torch.abs"), jax: fn("jnp.abs") },
});
