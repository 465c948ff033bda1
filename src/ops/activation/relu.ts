import { fn } from "../../op/counterparts.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The rectified linear unit max(x, 0).
 *
 * At 0, where it has a kink, the derivative is taken as 0.
 *
 * @example
 * ops.relu(tensor([-1, 2])); // [0, 2]
 */
export const relu: Op<["x"]> = elementwise({
  name: "relu",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \max(x, 0)`,
  domain: { x: reals(-4, 4, kinksAt(0)) },
  exact: (real, x) => real.max(x, 0),
  kernel: (x) => Math.max(x, 0),
  rounding: {},
  partials: {
    // ∂/∂x = [x > 0]
    x: ({ greater, where }, { x }, g) => where(greater(x, 0), g, 0),
  },
  counterparts: { tfjs: fn("relu"), torch: fn("torch.nn.functional.relu"), jax: fn("jax.nn.relu") },
});
