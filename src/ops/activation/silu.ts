import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { timesExp } from "../../tensor/kernels/double-double.ts";

/**
 * The sigmoid linear unit x·σ(x), also called swish.
 *
 * @example
 * ops.silu(tensor([-1, 2])); // [-0.2689…, 1.7615…]
 */
export const silu: Op<["x"]> = elementwise({
  name: "silu",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = x\,\sigma(x) = \frac{x}{1 + e^{-x}}`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.div(x, real.add(1, real.exp(real.neg(x)))),
  kernel: (x) => (x < 0 ? timesExp(x / (1 + Math.exp(x)), x) : x / (1 + Math.exp(-x))),
  rounding: { relative: 16 },
  partials: {
    // ∂/∂x = σ(x) + x·σ′(x)
    x: ({ dsilu, mul }, { x }, g) => mul(g, dsilu(x)),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has swish as an activation of layers only" },
    torch: fn("torch.nn.functional.silu"),
    jax: fn("jax.nn.silu"),
  },
});
