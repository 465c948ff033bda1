import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The inverse of the hyperbolic sine, ln(x + √(x² + 1)).
 *
 * @example
 * ops.asinh(tensor([0, 1])); // [0, 0.8813…]
 */
export const asinh: Op<["x"]> = elementwise({
  name: "asinh",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \operatorname{arsinh} x = \ln\left(x + \sqrt{x^2 + 1}\right)`,
  domain: { x: reals(-4, 4) },
  // Of |x|: on the side where the sum does not cancel.
  exact: (real, x) => {
    const size = real.abs(x);
    const out = real.log(real.add(size, real.sqrt(real.add(real.mul(x, x), 1))));
    return real.compare(x, 0) < 0 ? real.neg(out) : out;
  },
  kernel: Math.asinh,
  rounding: { relative: 16, absolute: 4 },
  partials: {
    // ∂/∂x = 1 / √(x² + 1)
    x: ({ dasinh, mul }, { x }, g) => mul(g, dasinh(x)),
  },
  // 1 / √(1 + x²) in so many steps.
  variants: [{ x: ({ add, div, sqrt, square }, { x }, g) => div(g, sqrt(add(1, square(x)))) }],
  counterparts: {
    tfjs: fn("asinh"),
    torch: fn("torch.asinh"),
    jax: fn("jnp.arcsinh"),
  },
});
