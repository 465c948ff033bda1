import { fn } from "../../op/counterparts.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x·min(max(x + 3, 0), 6) / 6.
 *
 * At −3 and 3, where it has kinks, the derivative is taken as that of the outer side, 0 and 1.
 *
 * @example
 * ops.hard_swish(tensor([-4, 1, 4])); // [0, 0.6666…, 4]
 */
export const hard_swish: Op<["x"]> = elementwise({
  name: "hard_swish",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = x \cdot \frac{\min(\max(x + 3, 0), 6)}{6}`,
  domain: { x: reals(-5, 5, kinksAt(-3, 3)) },
  exact: (real, x) => real.mul(x, real.div(real.min(real.max(real.add(x, 3), 0), 6), 6)),
  kernel: (x) => (x <= -3 ? 0 : x < 3 ? (x * (x + 3)) / 6 : x),
  rounding: { relative: 8 },
  partials: {
    // ∂/∂x = (2x + 3) / 6 between −3 and 3
    x: ({ add, div, greater, less, mul, where }, { x }, g) =>
      where(greater(x, -3), where(less(x, 3), mul(g, div(add(mul(2, x), 3), 6)), g), 0),
  },
  // x / 3 + ½
  variants: [
    {},
    {
      x: ({ add, div, greater, less, mul, where }, { x }, g) =>
        where(greater(x, -3), where(less(x, 3), mul(g, add(div(x, 3), 0.5)), g), 0),
    },
  ],
  counterparts: {
    tfjs: { none: "TensorFlow.js has no hard swish" },
    torch: fn("torch.nn.functional.hardswish"),
    jax: fn("jax.nn.hard_swish"),
  },
});
