import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The logistic function σ(x) = 1 / (1 + e^−x), computed on the side where the exponential does not overflow.
 *
 * @example
 * ops.sigmoid(tensor([0, 2])); // [0.5, 0.8807…]
 */
export const sigmoid: Op<["x"]> = elementwise({
  name: "sigmoid",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \sigma(x) = \frac{1}{1 + e^{-x}}`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.div(1, real.add(1, real.exp(real.neg(x)))),
  loop: (out, x) => {
    for (let k = 0; k < out.length; k++) {
      const e = Math.exp(-Math.abs(x[k]!));
      out[k] = x[k]! >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
  },
  rounding: { relative: 16 },
  partials: {
    // ∂/∂x = σ(x)·(1 − σ(x))
    x: ({ dsigmoid, mul }, { x }, g) => mul(g, dsigmoid(x)),
  },
  variants: [
    // y·(1 − y)
    { x: ({ mul, sub }, { out }, g) => mul(g, mul(out, sub(1, out))) },
    // y − y²
    { x: ({ mul, square, sub }, { out }, g) => mul(g, sub(out, square(out))) },
    // σ(x)·σ(−x)
    { x: ({ mul, neg, sigmoid }, { x }, g) => mul(g, mul(sigmoid(x), sigmoid(neg(x)))) },
  ],
  counterparts: { tfjs: fn("sigmoid"), torch: fn("torch.sigmoid"), jax: fn("jax.nn.sigmoid") },
});
