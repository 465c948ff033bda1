import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { timesExp } from "../../tensor/kernels/double-double.ts";

/**
 * x·tanh(softplus(x)), as a fraction of exponentials of −|x|: tanh ln(1 + e) = (e² + 2e) / (e² + 2e + 2).
 *
 * @example
 * ops.mish(tensor([-1, 2])); // [-0.3034…, 1.9439…]
 */
export const mish: Op<["x"]> = elementwise({
  name: "mish",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = x \tanh\left(\ln\left(1 + e^x\right)\right)`,
  domain: { x: reals(-4, 4) },
  // tanh s = 1 − 2 / (e^2s + 1), where eˢ = 1 + eˣ
  exact: (real, x) =>
    real.mul(x, real.sub(1, real.div(2, real.add(real.pow(real.add(1, real.exp(x)), real.real(2)), 1)))),
  kernel: (x) => {
    const e = Math.exp(-Math.abs(x));
    if (x < 0) return timesExp((x * (e + 2)) / (e * (e + 2) + 2), x);
    return (x * (1 + 2 * e)) / (1 + 2 * e + 2 * e * e);
  },
  rounding: { relative: 32 },
  partials: {
    // ∂/∂x = t + x·t′, t = tanh(softplus(x))
    x: ({ dmish, mul }, { x }, g) => mul(g, dmish(x)),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has mish as an activation of layers only" },
    torch: fn("torch.nn.functional.mish"),
    jax: fn("jax.nn.mish"),
  },
});
