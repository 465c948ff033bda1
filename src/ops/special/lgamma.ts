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
  domain: { x: reals(0.25, 8) },
  exact: (real, x) => real.lgamma(x),
  kernel,
  rounding: { relative: 32, absolute: 32 },
  partials: {
    // ∂/∂x = ψ(x)
    x: ({ digamma, mul }, { x }, g) => mul(g, digamma(x)),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no gamma functions" },
    torch: fn("torch.lgamma"),
    jax: fn("jax.lax.lgamma"),
  },
});
