import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The cube root ∛x, of negative numbers too.
 *
 * @example
 * ops.cbrt(tensor([8, -27])); // [2, -3]
 */
export const cbrt: Op<["x"]> = elementwise({
  name: "cbrt",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \sqrt[3]{x}`,
  domain: { x: reals(0.25, 4) },
  exact: (real, x) => {
    const size = real.exp(real.div(real.log(real.abs(x)), 3));
    return real.compare(x, 0) < 0 ? real.neg(size) : size;
  },
  kernel: Math.cbrt,
  rounding: { relative: 8 },
  partials: {
    // ∂/∂x = 1 / (3∛x²)
    x: ({ div, mul, square }, { out }, g) => div(g, mul(3, square(out))),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no cube root" },
    torch: { none: "PyTorch has no cube root, and pow is NaN below 0" },
    jax: fn("jnp.cbrt"),
  },
});
