import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { erf as kernel } from "../../tensor/kernels/error-function.ts";

/**
 * The error function (2/√π) ∫₀ˣ exp(−t²) dt.
 *
 * @example
 * ops.erf(tensor([0, 1])); // [0, 0.8427…]
 */
export const erf: Op<["x"]> = elementwise({
  name: "erf",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \operatorname{erf} x = \frac{2}{\sqrt{\pi}} \int_0^x e^{-t^2}\,dt`,
  domain: { x: reals(-3, 3) },
  exact: (real, x) => real.erf(x),
  kernel,
  // Of absolute error 1.5e-7 is the approximation in wide use (M. Abramowitz and I. A. Stegun, 7.1.26).
  rounding: { relative: 8, absolute: 4 },
  partials: {
    // ∂/∂x = (2/√π)·exp(−x²)
    x: ({ derf, mul }, { x }, g) => mul(g, derf(x)),
  },
  // The same with x² rounded.
  variants: [{ x: ({ exp, mul, neg, square }, { x }, g) => mul(g, mul(exp(neg(square(x))), 2 / Math.sqrt(Math.PI))) }],
  counterparts: { tfjs: fn("erf"), torch: fn("torch.erf"), jax: fn("jax.lax.erf") },
});
