import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The exponential less one, eˣ − 1, which keeps its digits where x is small.
 *
 * @example
 * ops.expm1(tensor([0, 1])); // [0, 1.718…]
 */
export const expm1: Op<["x"]> = elementwise({
  name: "expm1",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = e^x - 1`,
  domain: { x: reals(-3, 3) },
  exact: (real, x) => real.sub(real.exp(x), 1),
  kernel: Math.expm1,
  rounding: { relative: 8 },
  partials: {
    // ∂/∂x = eˣ
    x: ({ exp, mul }, { x }, g) => mul(g, exp(x)),
  },
  // Its own, and out + 1.
  variants: [{}, { x: ({ add, mul }, { out }, g) => mul(g, add(out, 1)) }],
  counterparts: {
    tfjs: fn("expm1"),
    torch: fn("torch.expm1"),
    jax: fn("jnp.expm1"),
  },
});
