import { fn } from "../../op/counterparts.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x where it is positive, else alpha·x; shapes broadcast.
 *
 * At x = 0, where it has a kink, the derivative is taken as the negative side's.
 *
 * @example
 * ops.prelu(tensor([-1, 2]), tensor([0.5, 0.1])); // [-0.5, 2]
 */
export const prelu: Op<["x", "alpha"]> = elementwise({
  name: "prelu",
  inputs: ["x", "alpha"],
  formula: String.raw`\mathrm{out} = \begin{cases} x & x > 0 \\ \alpha\,x & x \le 0 \end{cases}`,
  domain: { x: reals(-4, 4, kinksAt(0)), alpha: reals(-2, 0.75) },
  exact: (real, x, alpha) => real.add(real.max(x, 0), real.mul(alpha, real.min(x, 0))),
  kernel: (x, alpha) => (x > 0 ? x : alpha * x),
  partials: {
    // ∂/∂x = 1 where x > 0, else alpha
    x: ({ greater, mul, where }, { x, alpha }, g) => where(greater(x, 0), g, mul(alpha, g)),
    // ∂/∂alpha = min(x, 0)
    alpha: ({ greater, mul, where }, { x }, g) => where(greater(x, 0), 0, mul(x, g)),
  },
  counterparts: {
    tfjs: fn("prelu"),
    // torch.nn.functional.prelu knows one alpha, or one a channel.
    torch: (call, { inputs: [x, alpha] }) =>
      call("torch.where", call("torch.gt", x, 0), x, call("torch.mul", alpha, x)),
    jax: { none: "jax.nn has no rectifier whose slope is a tensor" },
  },
});
