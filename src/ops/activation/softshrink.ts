import { real as number } from "../../op/attrs.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x moved towards 0 by `lambd` (not negative), and 0 where it is nearer: sign(x)·max(|x| − lambd, 0).
 *
 * At ±lambd, where it has kinks, the derivative is taken as 0.
 *
 * @example
 * ops.softshrink(tensor([-2, 0.25, 2])); // [-1.5, 0, 1.5]
 */
export const softshrink: Op<["x"], { readonly lambd?: number }> = elementwise({
  name: "softshrink",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \operatorname{sign}(x) \max(\lvert x \rvert - \lambda, 0)`,
  attrs: { lambd: number("how far elements are moved", 0.5) },
  domain: { x: reals(-4, 4, kinksAt("lambd", "-lambd")) },
  sample: (draw) => ({ shapes: draw.broadcastable(1), attrs: draw.pick([{}, { lambd: 1 }, { lambd: 1.25 }]) }),
  // max(x − λ, 0) + min(x + λ, 0)
  exact: (real, x, { lambd }) => real.add(real.max(real.sub(x, lambd), 0), real.min(real.add(x, lambd), 0)),
  kernel: (x, { lambd }) => (x > lambd ? x - lambd : x < -lambd ? x + lambd : Number.isNaN(x) ? x : 0),
  partials: {
    // ∂/∂x = [|x| > λ]
    x: ({ abs, greater, where }, { x }, g, { lambd }) => where(greater(abs(x), lambd), g, 0),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no soft shrinkage" },
    torch: (call, { inputs: [x] }, { lambd }) => call("torch.nn.functional.softshrink", x, { lambd }),
    jax: { none: "jax.nn has no soft shrinkage" },
  },
});
