import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The logarithm of x to base 10; −∞ at 0, NaN below.
 *
 * @example
 * ops.log10(tensor([1, 1000])); // [0, 3]
 */
export const log10: Op<["x"]> = elementwise({
  name: "log10",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \log_{10} x`,
  domain: { x: reals(0.25, 4) },
  exact: (real, x) => real.div(real.log(x), real.log(real.real(10))),
  kernel: Math.log10,
  rounding: { relative: 8, absolute: 2 },
  partials: {
    // ∂/∂x = (1 / ln 10) / x, for x·ln 10 may overflow
    x: ({ div }, { x }, g) => div(div(g, Math.LN10), x),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has none; log(x) / ln 10 is two other ops" },
    torch: fn("torch.log10"),
    jax: fn("jnp.log10"),
  },
});
