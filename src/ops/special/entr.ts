import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The entropy −x·ln x of a share x: 0 at 0, −∞ below.
 *
 * @example
 * ops.entr(tensor([0, 0.5])); // [0, ½·ln 2]
 */
export const entr: Op<["x"]> = elementwise({
  name: "entr",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} -x \ln x & x > 0 \\ 0 & x = 0 \\ -\infty & x < 0 \end{cases}`,
  domain: { x: reals(0.25, 4) },
  exact: (real, x) => {
    const side = real.compare(x, 0);
    if (side <= 0) return real.real(side === 0 ? 0 : -Infinity);
    return real.neg(real.mul(x, real.log(x)));
  },
  kernel: (x) => (x > 0 ? -x * Math.log(x) : x === 0 ? 0 : x < 0 ? -Infinity : Number.NaN),
  rounding: { relative: 16 },
  partials: {
    // ∂/∂x = −1 − ln x
    x: ({ dentr, mul }, { x }, g) => mul(g, dentr(x)),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no entr" },
    torch: fn("torch.special.entr"),
    jax: fn("jax.scipy.special.entr"),
  },
});
