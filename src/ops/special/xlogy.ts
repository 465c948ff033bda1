import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x·ln y; 0 where x = 0, whatever y is unless NaN; shapes broadcast.
 *
 * @example
 * ops.xlogy(tensor([0, 2]), tensor([0, 3])); // [0, 2.1972…]
 */
export const xlogy: Op<["x", "y"]> = elementwise({
  name: "xlogy",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \begin{cases} x \ln y & x \ne 0 \\ 0 & x = 0 \end{cases}`,
  domain: { x: reals(-4, 4), y: reals(0.25, 4) },
  exact: (real, x, y) => {
    const isNothing = real.compare(x, 0) === 0 && real.compare(y, y) === 0;
    return isNothing ? real.real(0) : real.mul(x, real.log(y));
  },
  kernel: (x, y) => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log(y)),
  rounding: { relative: 16 },
  partials: {
    // ∂/∂x = ln y, also at x = 0
    x: ({ log, mul }, { y }, g) => mul(g, log(y)),
    // ∂/∂y = x / y
    y: ({ div, mul }, { x, y }, g) => mul(x, div(g, y)),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no xlogy" },
    torch: fn("torch.special.xlogy"),
    jax: fn("jax.scipy.special.xlogy"),
  },
});
