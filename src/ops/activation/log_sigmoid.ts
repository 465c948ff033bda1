import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The logarithm of the logistic function, −ln(1 + e^−x), computed as min(x, 0) − ln(1 + e^−|x|).
 *
 * @example
 * ops.log_sigmoid(tensor(0)); // -0.6931…
 */
export const log_sigmoid: Op<["x"]> = elementwise({
  name: "log_sigmoid",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \ln \sigma(x) = -\ln\left(1 + e^{-x}\right)`,
  domain: { x: reals(-4, 4) },
  // −ln(1 + e⁻ˣ) = x − ln(1 + eˣ), of which the side is taken whose exponential is small.
  exact: (real, x) => real.sub(real.min(x, 0), real.log(real.add(1, real.exp(real.neg(real.abs(x)))))),
  kernel: (x) => Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))),
  rounding: { relative: 8, absolute: 32 },
  partials: {
    // ∂/∂x = σ(−x)
    x: ({ mul, neg, sigmoid }, { x }, g) => mul(g, sigmoid(neg(x))),
  },
  counterparts: {
    tfjs: fn("logSigmoid"),
    torch: fn("torch.nn.functional.logsigmoid"),
    jax: fn("jax.nn.log_sigmoid"),
  },
});
