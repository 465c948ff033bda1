import { real as number } from "../../op/attrs.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x where it is positive, else `negative_slope`·x (0.2 unless given, as in TensorFlow; 0.01 in PyTorch and JAX).
 *
 * At 0, where it has a kink, the derivative is taken as the negative side's.
 *
 * @example
 * ops.leaky_relu(tensor([-1, 2])); // [-0.2, 2]
 */
export const leaky_relu: Op<["x"], { readonly negative_slope?: number }> = elementwise({
  name: "leaky_relu",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} x & x > 0 \\ \text{negative\_slope} \cdot x & x \le 0 \end{cases}`,
  attrs: { negative_slope: number("the slope where x is negative", 0.2) },
  domain: { x: reals(-4, 4, kinksAt(0)) },
  sample: (draw) => ({
    shapes: draw.broadcastable(1),
    attrs: draw.pick([{}, { negative_slope: 0 }, { negative_slope: 0.01 }, { negative_slope: 0.5 }]),
  }),
  exact: (real, x, { negative_slope }) => real.add(real.max(x, 0), real.mul(negative_slope, real.min(x, 0))),
  kernel: (x, { negative_slope }) => (x > 0 ? x : negative_slope * x),
  // The slope is held in the engine's own precision.
  rounding: { relative: 2 },
  partials: {
    // ∂/∂x = 1 where x > 0, else the slope
    x: ({ greater, mul, where }, { x }, g, { negative_slope }) => where(greater(x, 0), g, mul(negative_slope, g)),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { negative_slope }) => call("leakyRelu", x, negative_slope),
    torch: (call, { inputs: [x] }, { negative_slope }) => call("torch.nn.functional.leaky_relu", x, { negative_slope }),
    jax: (call, { inputs: [x] }, { negative_slope }) => call("jax.nn.leaky_relu", x, { negative_slope }),
  },
});
