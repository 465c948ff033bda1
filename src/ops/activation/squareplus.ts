import { real as number } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { sizes } from "../../tensor/kernels/map.ts";
import { rootPlus } from "../../tensor/kernels/root-plus.ts";

/**
 * The smooth rectifier (x + √(x² + b)) / 2 for a positive `b`, computed where x is negative as (b / 2) / (√(x² + b) − x).
 *
 * @example
 * ops.squareplus(tensor([0, 1.5])); // [1, 2]
 */
export const squareplus: Op<["x"], { readonly b?: number }> = elementwise({
  name: "squareplus",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \frac{x + \sqrt{x^2 + b}}{2}`,
  attrs: { b: number("how smooth, positive", 4) },
  domain: { x: reals(-4, 4) },
  sample: (draw) => ({ shapes: draw.broadcastable(1), attrs: draw.pick([{}, { b: 1 }, { b: 0.75 }]) }),
  exact: (real, x, { b }) => real.div(real.add(x, real.sqrt(real.add(real.mul(x, x), b))), 2),
  kernel: (x, { b }) => {
    const root = rootPlus(x, b);
    // By halves, for the sum of both may overflow.
    return x >= 0 ? x / 2 + root / 2 : b / 4 / (root / 2 - x / 2);
  },
  // The root's own error where x is negative.
  rounding: ([x]) => ({ relative: 8, absolute: 4, terms: 2, magnitudes: sizes(x!) }),
  partials: {
    // ∂/∂x = (1 + x / √(x² + b)) / 2
    x: ({ dsquareplus, mul }, { x }, g, { b }) => mul(g, dsquareplus(x, { b })),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no squareplus" },
    torch: { none: "PyTorch has no squareplus" },
    jax: (call, { inputs: [x] }, { b }) => call("jax.nn.squareplus", x, { b }),
  },
});
