import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The logarithm of x to base 2; −∞ at 0, NaN below.
 *
 * @example
 * ops.log2(tensor([1, 8])); // [0, 3]
 */
export const log2: Op<["x"]> = elementwise({
  name: "log2",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \log_2 x`,
  domain: { x: reals(0.25, 4) },
  exact: (real, x) => real.div(real.log(x), real.log(real.real(2))),
  kernel: Math.log2,
  rounding: { relative: 8, absolute: 2 },
  partials: {
    // ∂/∂x = (1 / ln 2) / x, for x·ln 2 may be subnormal
    x: ({ div }, { x }, g) => div(div(g, Math.LN2), x),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has none; log(x) / ln 2 is two other ops" },
    torch: fn("torch.log2"),
    jax: fn("jnp.log2"),
  },
});
