import { real as number } from "../../op/attrs.ts";
import { jumpsAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x where it is larger than `threshold`, else `value`. It jumps at the threshold.
 *
 * @example
 * ops.threshold(tensor([-1, 2]), { threshold: 0.5, value: 9 }); // [9, 2]
 */
export const threshold: Op<["x"], { readonly threshold: number; readonly value: number }> = elementwise({
  name: "threshold",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} x & x > \mathrm{threshold} \\ \mathrm{value} & x \le \mathrm{threshold} \end{cases}`,
  attrs: { threshold: number("where elements begin to pass"), value: number("what the others become") },
  domain: { x: reals(-4, 4, jumpsAt("threshold")) },
  sample: (draw) => ({
    shapes: draw.broadcastable(1),
    attrs: { threshold: draw.pick([-1, 0.5, 2]), value: draw.pick([-3, 0, 1.25]) },
  }),
  exact: (real, x, { threshold: from, value }) => (real.compare(x, from) > 0 ? x : real.add(real.mul(x, 0), value)),
  kernel: (x, { threshold: from, value }) => (x <= from ? value : x),
  rounding: {},
  partials: {
    // ∂/∂x = [x > threshold]
    x: ({ greater, where }, { x }, g, { threshold: from }) => where(greater(x, from), g, 0),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no threshold" },
    torch: (call, { inputs: [x] }, { threshold: from, value }) =>
      call("torch.nn.functional.threshold", x, { threshold: from, value }),
    jax: { none: "jax.nn has no threshold" },
  },
});
