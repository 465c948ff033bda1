import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { polygamma } from "../../tensor/kernels/polygamma.ts";

/**
 * The digamma function ψ(x) = Γ′(x)/Γ(x); ∓∞ at ±0, NaN at the negative whole numbers.
 *
 * @example
 * ops.digamma(tensor([1, 2])); // [-0.5772…, 0.4227…]
 */
export const digamma: Op<["x"]> = elementwise({
  name: "digamma",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \psi(x) = \frac{\Gamma'(x)}{\Gamma(x)}`,
  domain: { x: reals(0.25, 8) },
  exact: (real, x) => real.polygamma(0, x),
  kernel: (x) => polygamma(0, x),
  rounding: { relative: 32, absolute: 32 },
  partials: {
    // ∂/∂x = ψ₁(x)
    x: ({ mul, polygamma }, { x }, g) => mul(g, polygamma(x, { n: 1 })),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no gamma functions" },
    torch: fn("torch.digamma"),
    jax: fn("jax.lax.digamma"),
  },
});
