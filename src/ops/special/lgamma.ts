import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { lgamma as kernel } from "../../tensor/kernels/gamma.ts";

/**
 * ln |Γ(x)|; ∞ at 0 and the negative whole numbers, where the derivative is undefined.
 *
 * @example
 * ops.lgamma(tensor([1, 5])); // [0, ln 24]
 */
export const lgamma: Op<["x"]> = elementwise({
  name: "lgamma",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \ln \lvert \Gamma(x) \rvert`,
  domain: { x: reals(0.25, 8) },
  exact: (real, x) => real.lgamma(x),
  kernel,
  rounding: { relative: 32, absolute: 32 },
  partials: {
    // ∂/∂x = ψ(x), which is −1/x where that may overflow.
    x: ({ abs, digamma, div, less, mul, neg, where }, { x }, g) => {
      const isNearPole = less(abs(x), NEAR_POLE);
      return where(isNearPole, neg(div(g, x)), mul(g, digamma(where(isNearPole, 1, x))));
    },
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no gamma functions" },
    torch: fn("torch.lgamma"),
    jax: fn("jax.lax.lgamma"),
  },
});

const NEAR_POLE = 2 ** -1000;
