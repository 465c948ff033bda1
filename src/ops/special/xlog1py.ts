import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x·ln(1 + y), to the last digits also for y near 0; 0 where x = 0, whatever y is unless NaN; shapes broadcast.
 *
 * @example
 * ops.xlog1py(tensor([0, 2]), tensor([-1, 1e-20])); // [0, 2e-20]
 */
export const xlog1py: Op<["x", "y"]> = elementwise({
  name: "xlog1py",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \begin{cases} x \ln(1 + y) & x \ne 0 \\ 0 & x = 0 \end{cases}`,
  domain: { x: reals(-4, 4), y: reals(-0.75, 4) },
  exact: (real, x, y) => {
    const isNothing = real.compare(x, 0) === 0 && real.compare(y, y) === 0;
    return isNothing ? real.real(0) : real.mul(x, real.log(real.add(1, y)));
  },
  kernel: (x, y) => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log1p(y)),
  rounding: { relative: 16 },
  partials: {
    // ∂/∂x = ln (1 + y), also at x = 0
    x: ({ log1p, mul }, { y }, g) => mul(g, log1p(y)),
    // ∂/∂y = x / (1 + y)
    y: ({ add, div, mul }, { x, y }, g) => mul(x, div(g, add(1, y))),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no xlog1py" },
    torch: fn("torch.special.xlog1py"),
    jax: fn("jax.scipy.special.xlog1py"),
  },
});
