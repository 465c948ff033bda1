import { fn } from "../../op/counterparts.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The rectified linear unit that ends at 6, min(max(x, 0), 6).
 *
 * At 0 and 6, where it has kinks, the derivative is taken as 0.
 *
 * @example
 * ops.relu6(tensor([-1, 2, 7])); // [0, 2, 6]
 */
export const relu6: Op<["x"]> = elementwise({
  name: "relu6",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \min(\max(x, 0), 6)`,
  domain: { x: reals(-2, 8, kinksAt(0, 6)) },
  exact: (real, x) => real.min(real.max(x, 0), 6),
  kernel: (x) => Math.min(Math.max(x, 0), 6),
  rounding: {},
  partials: {
    // ∂/∂x = [0 < x < 6]
    x: ({ greater, less, where }, { x }, g) => where(greater(x, 0), where(less(x, 6), g, 0), 0),
  },
  counterparts: { tfjs: fn("relu6"), torch: fn("torch.nn.functional.relu6"), jax: fn("jax.nn.relu6") },
});
