import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { logaddexp as kernel } from "../../tensor/kernels/logaddexp.ts";

/**
 * log₂(2ˣ + 2ʸ), without overflow on the way; shapes broadcast.
 *
 * @example
 * ops.logaddexp2(tensor(1000), tensor(1000)); // 1001
 */
export const logaddexp2: Op<["x", "y"]> = elementwise({
  name: "logaddexp2",
  inputs: ["x", "y"],
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  exact: (real, x, y) => {
    // With ±∞ the smaller power adds nothing.
    const isInfinite = [x, y].some((z) => real.compare(real.abs(z), Infinity) === 0);
    if (isInfinite || real.compare(x, x) !== 0 || real.compare(y, y) !== 0) return real.max(x, y);
    const [high, two] = [real.max(x, y), real.log(real.real(2))];
    const apart = real.mul(two, real.sub(real.min(x, y), high));
    const power = real.exp(apart);
    // ln(1 + p) = p − p²/2 to more than a thousand digits, where the logarithm would ask for as many more.
    const isTiny = real.compare(apart, -1200) < 0;
    const added = isTiny ? real.sub(power, real.div(real.mul(power, power), 2)) : real.log(real.add(1, power));
    return real.add(high, real.div(added, two));
  },
  kernel: (x, y) => kernel(x, y, "2"),
  rounding: { relative: 8, absolute: 16 },
  partials: {
    // ∂/∂x = 1 / (1 + 2^(y − x))
    x: ({ dlogaddexp2, mul }, { x, y }, g) => mul(g, dlogaddexp2(x, y)),
    y: ({ dlogaddexp2, mul }, { x, y }, g) => mul(g, dlogaddexp2(y, x)),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no logaddexp2; log(exp(x) + exp(y)) overflows, and is other ops" },
    torch: fn("torch.logaddexp2"),
    jax: fn("jnp.logaddexp2"),
  },
});
