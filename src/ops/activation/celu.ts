import { real as number } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The continuously differentiable exponential linear unit: x where it is positive, else alpha·(exp(x / alpha) − 1), for
 * positive `alpha`.
 *
 * @example
 * ops.celu(tensor([-1, 2])); // [-0.6321…, 2]
 */
export const celu: Op<["x"], { readonly alpha?: number }> = elementwise({
  name: "celu",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} x & x > 0 \\ \alpha \left(e^{x / \alpha} - 1\right) & x \le 0 \end{cases}`,
  attrs: { alpha: number("minus the value far below 0", 1) },
  domain: { x: reals(-4, 4) },
  sample: (draw) => ({
    shapes: draw.broadcastable(1),
    attrs: draw.pick([{}, { alpha: 0.5 }, { alpha: 1.75 }]),
  }),
  exact: (real, x, { alpha }) =>
    real.add(real.max(x, 0), real.mul(alpha, real.sub(real.exp(real.div(real.min(x, 0), alpha)), 1))),
  kernel: (x, { alpha }) => (x > 0 ? x : alpha * Math.expm1(x / alpha)),
  rounding: { relative: 8, absolute: 16 },
  partials: {
    // ∂/∂x = 1 where x > 0, else exp(x / alpha)
    x: ({ dcelu, mul }, { x }, g, { alpha }) => mul(g, dcelu(x, { alpha })),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no celu" },
    torch: (call, { inputs: [x] }, { alpha }) => call("torch.nn.functional.celu", x, { alpha }),
    jax: (call, { inputs: [x] }, { alpha }) => call("jax.nn.celu", x, { alpha }),
  },
});
