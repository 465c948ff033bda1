import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The power of two 2ˣ.
 *
 * @example
 * ops.exp2(tensor([0, 3])); // [1, 8]
 */
export const exp2: Op<["x"]> = elementwise({
  name: "exp2",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = 2^x`,
  domain: { x: reals(-3, 3) },
  exact: (real, x) => real.pow(real.real(2), x),
  kernel: (x) => 2 ** x,
  rounding: { relative: 8 },
  partials: {
    // ∂/∂x = 2ˣ·ln 2
    x: ({ mul }, { out }, g) => mul(g, mul(Math.LN2, out)),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has none; pow(2, x) is another op" },
    torch: fn("torch.exp2"),
    jax: fn("jnp.exp2"),
  },
});
