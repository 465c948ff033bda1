import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The inverse of the hyperbolic cosine, ln(x + √(x² − 1)); NaN below 1, where its slope is infinite.
 *
 * @example
 * ops.acosh(tensor([1, 2])); // [0, 1.316…]
 */
export const acosh: Op<["x"]> = elementwise({
  name: "acosh",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \operatorname{arcosh} x = \ln\left(x + \sqrt{x^2 - 1}\right)`,
  domain: { x: reals(1.125, 4) },
  exact: (real, x) => real.log(real.add(x, real.sqrt(real.mul(real.sub(x, 1), real.add(x, 1))))),
  kernel: Math.acosh,
  rounding: { relative: 16, absolute: 4 },
  partials: {
    // ∂/∂x = 1 / √(x² − 1)
    x: ({ dacosh, mul }, { x }, g) => mul(g, dacosh(x)),
  },
  // 1 / √(x² − 1)
  variants: [{ x: ({ div, sqrt, square, sub }, { x }, g) => div(g, sqrt(sub(square(x), 1))) }],
  counterparts: {
    tfjs: fn("acosh"),
    torch: fn("torch.acosh"),
    jax: fn("jnp.arccosh"),
  },
});
