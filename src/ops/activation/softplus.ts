import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The smooth rectifier ln(1 + eˣ), computed as max(x, 0) + ln(1 + e^−|x|), which neither overflows nor cancels.
 *
 * @example
 * ops.softplus(tensor(0)); // 0.6931…
 */
export const softplus: Op<["x"]> = elementwise({
  name: "softplus",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \ln\left(1 + e^x\right)`,
  domain: { x: reals(-4, 4) },
  // ln(1 + eˣ) = x + ln(1 + e⁻ˣ), of which the side is taken whose exponential is small.
  exact: (real, x) => real.add(real.max(x, 0), real.log(real.add(1, real.exp(real.neg(real.abs(x)))))),
  kernel: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  rounding: { relative: 8, absolute: 32 },
  partials: {
    // ∂/∂x = σ(x)
    x: ({ mul, sigmoid }, { x }, g) => mul(g, sigmoid(x)),
  },
  // Its own, and eˣ / (1 + eˣ) = exp(x − out).
  variants: [{}, { x: ({ exp, mul, sub }, { x, out }, g) => mul(g, exp(sub(x, out))) }],
  counterparts: {
    tfjs: fn("softplus"),
    // Above the threshold PyTorch gives x itself; that of 20 which it has by default is off by 2e-9.
    torch: (call, { inputs: [x] }) => call("torch.nn.functional.softplus", x, { threshold: 40 }),
    jax: fn("jax.nn.softplus"),
  },
});
