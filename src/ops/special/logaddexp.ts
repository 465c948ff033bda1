import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { logaddexp as kernel } from "../../tensor/kernels/logaddexp.ts";

/**
 * ln(eˣ + eʸ), without overflow on the way; shapes broadcast.
 *
 * @example
 * ops.logaddexp(tensor(1000), tensor(1000)); // 1000 + ln 2
 */
export const logaddexp: Op<["x", "y"]> = elementwise({
  name: "logaddexp",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \ln\left(e^x + e^y\right)`,
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  exact: (real, x, y) => {
    // With ±∞ the smaller power adds nothing.
    const isInfinite = [x, y].some((z) => real.compare(real.abs(z), Infinity) === 0);
    if (isInfinite || real.compare(x, x) !== 0 || real.compare(y, y) !== 0) return real.max(x, y);
    const high = real.max(x, y);
    const apart = real.sub(real.min(x, y), high);
    const power = real.exp(apart);
    // ln(1 + p) = p − p²/2 to more than a thousand digits, where the logarithm would ask for as many more.
    if (real.compare(apart, -1200) < 0) return real.add(high, real.sub(power, real.div(real.mul(power, power), 2)));
    return real.add(high, real.log(real.add(1, power)));
  },
  kernel,
  rounding: { relative: 8, absolute: 16 },
  partials: {
    // ∂/∂x = 1 / (1 + e^(y − x))
    x: ({ dlogaddexp, mul }, { x, y }, g) => mul(g, dlogaddexp(x, y)),
    y: ({ dlogaddexp, mul }, { x, y }, g) => mul(g, dlogaddexp(y, x)),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no logaddexp; log(exp(x) + exp(y)) overflows, and is other ops" },
    torch: fn("torch.logaddexp"),
    jax: fn("jnp.logaddexp"),
  },
});
