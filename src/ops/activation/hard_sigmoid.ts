import { fn } from "../../op/counterparts.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The piecewise linear sigmoid min(max(x + 3, 0), 6) / 6.
 *
 * At −3 and 3, where it has kinks, the derivative is taken as 0.
 *
 * @example
 * ops.hard_sigmoid(tensor([-4, 0, 1.5])); // [0, 0.5, 0.75]
 */
export const hard_sigmoid: Op<["x"]> = elementwise({
  name: "hard_sigmoid",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \frac{\min(\max(x + 3, 0), 6)}{6}`,
  domain: { x: reals(-5, 5, kinksAt(-3, 3)) },
  exact: (real, x) => real.div(real.min(real.max(real.add(x, 3), 0), 6), 6),
  kernel: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
  rounding: { relative: 4 },
  partials: {
    // ∂/∂x = [−3 < x < 3] / 6
    x: ({ div, greater, less, where }, { x }, g) => where(greater(x, -3), where(less(x, 3), div(g, 6), 0), 0),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has a hard sigmoid, of slope 0.2, as an activation of layers only" },
    torch: fn("torch.nn.functional.hardsigmoid"),
    jax: fn("jax.nn.hard_sigmoid"),
  },
});
