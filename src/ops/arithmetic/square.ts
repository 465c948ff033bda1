import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The square x².
 *
 * @example
 * ops.square(tensor([3, -2])); // [9, 4]
 */
export const square: Op<["x"]> = elementwise({
  name: "square",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = x^2`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.mul(x, x),
  loop: (out, x) => {
    for (let k = 0; k < out.length; k++) out[k] = x[k]! * x[k]!;
  },
  partials: {
    // ∂/∂x = 2x
    x: ({ mul }, { x }, g) => mul(g, mul(2, x)),
  },
  counterparts: { tfjs: fn("square"), torch: fn("torch.square"), jax: fn("jnp.square") },
});
