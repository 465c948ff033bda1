import { real as number } from "../../op/attrs.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The exponential linear unit: x where it is positive, else `alpha`·(eˣ − 1).
 *
 * At 0, where it has a kink unless `alpha` is 1, the derivative is taken as the negative side's.
 *
 * @example
 * ops.elu(tensor([-1, 2])); // [-0.6321…, 2]
 */
export const elu: Op<["x"], { readonly alpha?: number }> = elementwise({
  name: "elu",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} x & x > 0 \\ \alpha \left(e^x - 1\right) & x \le 0 \end{cases}`,
  attrs: { alpha: number("minus the value far below 0", 1) },
  domain: { x: reals(-4, 4, kinksAt(0)) },
  sample: (draw) => ({
    shapes: draw.broadcastable(1),
    attrs: draw.pick([{}, { alpha: 0.5 }, { alpha: 1.75 }]),
  }),
  exact: (real, x, { alpha }) => real.add(real.max(x, 0), real.mul(alpha, real.sub(real.exp(real.min(x, 0)), 1))),
  kernel: (x, { alpha }) => (x > 0 ? x : alpha * Math.expm1(x)),
  // Where eˣ − 1 is a difference, its error is absolute.
  rounding: { relative: 8, absolute: 16 },
  partials: {
    // ∂/∂x = 1 where x > 0, else alpha·eˣ
    x: ({ exp, greater, mul, where }, { x }, g, { alpha }) => {
      const positive = greater(x, 0);
      return where(positive, g, mul(g, mul(alpha, exp(where(positive, 0, x)))));
    },
  },
  // out + alpha
  variants: [
    {},
    {
      x: ({ add, greater, mul, where }, { x, out }, g, { alpha }) => where(greater(x, 0), g, mul(g, add(out, alpha))),
    },
  ],
  counterparts: {
    // elu itself knows no alpha: relu(x) + alpha·(elu(x) − relu(x)).
    tfjs: (call, { inputs: [x] }, { alpha }) => {
      const [own, positive] = [call("elu", x), call("relu", x)];
      return alpha === 1 ? own : call("add", positive, call("mul", call("sub", own, positive), alpha));
    },
    torch: (call, { inputs: [x] }, { alpha }) => call("torch.nn.functional.elu", x, { alpha }),
    jax: (call, { inputs: [x] }, { alpha }) => call("jax.nn.elu", x, { alpha }),
  },
});
