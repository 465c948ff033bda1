import { real as number } from "../../op/attrs.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x held between `min_val` and `max_val`, −1 and 1 unless given.
 *
 * At the bounds, where it has kinks, the derivative is taken as 0 (that of clip is 1).
 *
 * @example
 * ops.hard_tanh(tensor([-2, 0.5, 2])); // [-1, 0.5, 1]
 */
export const hard_tanh: Op<["x"], { readonly min_val?: number; readonly max_val?: number }> = elementwise({
  name: "hard_tanh",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \min(\max(x, \text{min\_val}), \text{max\_val})`,
  attrs: { min_val: number("the lower bound", -1), max_val: number("the upper bound", 1) },
  domain: { x: reals(-4, 4, kinksAt("min_val", "max_val")) },
  sample: (draw) => ({
    shapes: draw.broadcastable(1),
    attrs: draw.pick([{}, { min_val: -2 }, { max_val: 0.5 }, { min_val: 0, max_val: 2 }]),
  }),
  exact: (real, x, { min_val, max_val }) => real.min(real.max(x, min_val), max_val),
  kernel: (x, { min_val, max_val }) => Math.min(Math.max(x, min_val), max_val),
  rounding: {},
  partials: {
    // ∂/∂x = [min_val < x < max_val]
    x: ({ greater, less, where }, { x }, g, { min_val, max_val }) =>
      where(greater(x, min_val), where(less(x, max_val), g, 0), 0),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no hard tanh; clipByValue is the counterpart of clip" },
    torch: (call, { inputs: [x] }, { min_val, max_val }) =>
      call("torch.nn.functional.hardtanh", x, { min_val, max_val }),
    jax: (call, { inputs: [x] }, { min_val, max_val }) =>
      min_val === -1 && max_val === 1
        ? call("jax.nn.hard_tanh", x)
        : call("jnp.clip", x, { min: min_val, max: max_val }),
  },
});
