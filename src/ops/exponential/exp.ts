import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The exponential eˣ.
 *
 * @example
 * ops.exp(tensor([0, 1])); // [1, 2.718…]
 */
export const exp: Op<["x"]> = elementwise({
  name: "exp",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = e^x`,
  domain: { x: reals(-3, 3) },
  exact: (real, x) => real.exp(x),
  loop: (out, x) => {
    for (let k = 0; k < out.length; k++) out[k] = Math.exp(x[k]!);
  },
  rounding: { relative: 8 },
  partials: {
    x: ({ mul }, { out }, g) => mul(g, out),
  },
  counterparts: { tfjs: fn("exp"), torch: fn("torch.exp"), jax: fn("jnp.exp") },
});
