import { real as number } from "../../op/attrs.ts";
import { jumpsAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x where |x| is larger than `lambd` (not negative), else 0. It jumps at ±lambd.
 *
 * @example
 * ops.hard_shrink(tensor([-2, 0.25, 2])); // [-2, 0, 2]
 */
export const hard_shrink: Op<["x"], { readonly lambd?: number }> = elementwise({
  name: "hard_shrink",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} x & \lvert x \rvert > \lambda \\ 0 & \lvert x \rvert \le \lambda \end{cases}`,
  attrs: { lambd: number("up to which size elements become 0", 0.5) },
  domain: { x: reals(-4, 4, jumpsAt("lambd", "-lambd")) },
  sample: (draw) => ({ shapes: draw.broadcastable(1), attrs: draw.pick([{}, { lambd: 1 }, { lambd: 1.25 }]) }),
  exact: (real, x, { lambd }) => (real.compare(real.abs(x), lambd) > 0 ? x : real.mul(x, 0)),
  kernel: (x, { lambd }) => (Math.abs(x) > lambd ? x : Number.isNaN(x) ? x : 0),
  rounding: {},
  partials: {
    // ∂/∂x = [|x| > λ]
    x: ({ abs, greater, where }, { x }, g, { lambd }) => where(greater(abs(x), lambd), g, 0),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no hard shrinkage" },
    torch: (call, { inputs: [x] }, { lambd }) => call("torch.nn.functional.hardshrink", x, { lambd }),
    jax: { none: "jax.nn has no hard shrinkage" },
  },
});
