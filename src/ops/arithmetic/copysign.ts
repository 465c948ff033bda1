import { fn } from "../../op/counterparts.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { isNegative } from "../../op/exact-signs.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { hasMinus } from "../../tensor/kernels/signs.ts";

/**
 * The size of x with the sign of y, −0 being negative; shapes broadcast. y is not differentiated.
 *
 * At x = 0, where it has a kink, the derivative is taken as 0.
 *
 * @example
 * ops.copysign(tensor([1, -2]), tensor(-3)); // [-1, -2]
 */
export const copysign: Op<["x", "y"]> = elementwise({
  name: "copysign",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \begin{cases} -\lvert x \rvert & y < 0 \text{ or } y = -0 \\ \lvert x \rvert & \text{else} \end{cases}`,
  data: ["y"],
  domain: { x: reals(-4, 4, kinksAt(0)), y: reals(0.5, 4) },
  sample: (draw) => ({
    shapes: draw.broadcastable(2),
    attrs: {},
    inputs: draw.pick([{}, { y: reals(-4, -0.5) }]),
  }),
  exact: (real, x, y) => (isNegative(real, y) ? real.neg(real.abs(x)) : real.abs(x)),
  kernel: (x, y) => (hasMinus(y) ? -Math.abs(x) : Math.abs(x)),
  rounding: {},
  partials: {
    // ∂/∂x = sign x · sign y, the latter being that of the result
    x: ({ mul, sign }, { x, out }, g) => mul(g, mul(sign(x), sign(out))),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has none; where(y < 0, −|x|, |x|) is other ops, and takes −0 for 0" },
    torch: fn("torch.copysign"),
    jax: fn("jnp.copysign"),
  },
});
