import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x / (1 + |x|). Its second derivative jumps at 0, where it is taken as 0.
 *
 * @example
 * ops.softsign(tensor([-1, 3])); // [-0.5, 0.75]
 */
export const softsign: Op<["x"]> = elementwise({
  name: "softsign",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \frac{x}{1 + \lvert x \rvert}`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.div(x, real.add(1, real.abs(x))),
  kernel: (x) => (Math.abs(x) === Infinity ? Math.sign(x) : x / (1 + Math.abs(x))),
  rounding: { relative: 8 },
  partials: {
    // ∂/∂x = 1 / (1 + |x|)²
    x: ({ abs, add, ddivide, mul }, { x }, g) => mul(g, ddivide(1, add(1, abs(x)))),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has softsign as an activation of layers only" },
    torch: fn("torch.nn.functional.softsign"),
    jax: fn("jax.nn.soft_sign"),
  },
});
