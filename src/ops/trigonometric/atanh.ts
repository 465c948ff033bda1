import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The inverse of the hyperbolic tangent, ½ ln((1 + x) / (1 − x)); ±∞ at ±1, NaN beyond.
 *
 * @example
 * ops.atanh(tensor([0, 0.5])); // [0, 0.5493…]
 */
export const atanh: Op<["x"]> = elementwise({
  name: "atanh",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \operatorname{artanh} x = \frac{1}{2} \ln \frac{1 + x}{1 - x}`,
  domain: { x: reals(-0.9, 0.9) },
  exact: (real, x) => real.div(real.log(real.div(real.add(1, x), real.sub(1, x))), 2),
  kernel: Math.atanh,
  rounding: { relative: 16, absolute: 4 },
  partials: {
    // ∂/∂x = 1 / (1 − x²)
    x: ({ datanh, mul }, { x }, g) => mul(g, datanh(x)),
  },
  // 1 / (1 − x²)
  variants: [{ x: ({ div, square, sub }, { x }, g) => div(g, sub(1, square(x))) }],
  counterparts: {
    tfjs: fn("atanh"),
    torch: fn("torch.atanh"),
    jax: fn("jnp.arctanh"),
  },
});
