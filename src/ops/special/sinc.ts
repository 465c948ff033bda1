import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { sincSlope } from "../../tensor/kernels/sinc.ts";

/**
 * The normalised sinc function sin(πx)/(πx), 1 at 0.
 *
 * @example
 * ops.sinc(tensor([0, 0.5, 1])); // [1, 2/π, 0]
 */
export const sinc: Op<["x"]> = elementwise({
  name: "sinc",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} \frac{\sin(\pi x)}{\pi x} & x \ne 0 \\ 1 & x = 0 \end{cases}`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => {
    if (real.compare(x, 0) === 0) return real.real(1);
    // Half turns are taken off first: the sine of a whole number of them is exactly 0.
    const turns = real.floor(real.add(x, 0.5));
    const isOdd = real.compare(real.sub(turns, real.mul(2, real.floor(real.div(turns, 2)))), 0) !== 0;
    const size = real.sin(real.mul(real.pi, real.sub(x, turns)));
    const sine = isOdd ? real.neg(size) : size;
    return real.div(sine, real.mul(real.pi, x));
  },
  kernel: (x) => sincSlope(x, 0),
  rounding: { relative: 32, absolute: 32 },
  partials: {
    x: ({ dsinc, mul }, { x }, g) => mul(g, dsinc(x, { order: 1 })),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no sinc; sin(πx)/(πx) is NaN at 0, and is other ops" },
    torch: fn("torch.sinc"),
    jax: fn("jnp.sinc"),
  },
});
