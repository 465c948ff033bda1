import { fn } from "../../op/counterparts.ts";
import { jumpsAtWholes, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The largest whole number that is not above x. Its derivative is zero.
 *
 * @example
 * ops.floor(tensor([1.5, -1.5])); // [1, -2]
 */
export const floor: Op<["x"]> = constant({
  name: "floor",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \lfloor x \rfloor`,
  domain: { x: reals(-4, 4, jumpsAtWholes) },
  exact: (real, x) => real.floor(x),
  kernel: Math.floor,
  counterparts: {
    tfjs: fn("floor"),
    torch: fn("torch.floor"),
    jax: fn("jnp.floor"),
  },
});
