import { fn } from "../../op/counterparts.ts";
import { jumpsAtWholes, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The smallest whole number that is not below x. Its derivative is zero.
 *
 * @example
 * ops.ceil(tensor([1.5, -1.5])); // [2, -1]
 */
export const ceil: Op<["x"]> = constant({
  name: "ceil",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \lceil x \rceil`,
  domain: { x: reals(-4, 4, jumpsAtWholes) },
  exact: (real, x) => real.neg(real.floor(real.neg(x))),
  kernel: Math.ceil,
  counterparts: {
    tfjs: fn("ceil"),
    torch: fn("torch.ceil"),
    jax: fn("jnp.ceil"),
  },
});
