import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The hyperbolic tangent.
 *
 * @example
 * ops.tanh(tensor([0, 1])); // [0, 0.7615…]
 */
export const tanh: Op<["x"]> = elementwise({
  name: "tanh",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}}`,
  domain: { x: reals(-3, 3) },
  // (e²ˣ − 1) / (e²ˣ + 1), on the side where the exponential is small.
  exact: (real, x) => {
    const e = real.exp(real.mul(-2, real.abs(x)));
    const size = real.div(real.sub(1, e), real.add(1, e));
    return real.compare(x, 0) < 0 ? real.neg(size) : size;
  },
  loop: (out, x) => {
    for (let k = 0; k < out.length; k++) out[k] = Math.tanh(x[k]!);
  },
  rounding: { relative: 16 },
  partials: {
    // ∂/∂x = 1 − tanh²x
    x: ({ dtanh, mul }, { x }, g) => mul(g, dtanh(x)),
  },
  variants: [
    // 1 − y²
    { x: ({ mul, square, sub }, { out }, g) => mul(g, sub(1, square(out))) },
    // (1 − y)·(1 + y)
    { x: ({ add, mul, sub }, { out }, g) => mul(g, mul(sub(1, out), add(1, out))) },
  ],
  counterparts: { tfjs: fn("tanh"), torch: fn("torch.tanh"), jax: fn("jnp.tanh") },
});
