import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { erfc as kernel } from "../../tensor/kernels/error-function.ts";

/**
 * The complementary error function 1 − erf x, in full relative precision also where it is small.
 *
 * @example
 * ops.erfc(tensor([0, 10])); // [1, 2.0884…e-45]
 */
export const erfc: Op<["x"]> = elementwise({
  name: "erfc",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = 1 - \operatorname{erf} x = \frac{2}{\sqrt{\pi}} \int_x^\infty e^{-t^2}\,dt`,
  domain: { x: reals(-3, 3) },
  exact: (real, x) => real.erfc(x),
  kernel,
  rounding: { relative: 64 },
  partials: {
    // ∂/∂x = −(2/√π)·exp(−x²)
    x: ({ derf, mul, neg }, { x }, g) => neg(mul(g, derf(x))),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no erfc" },
    torch: fn("torch.erfc"),
    jax: fn("jax.lax.erfc"),
  },
});
