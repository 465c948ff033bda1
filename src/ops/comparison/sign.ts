import { fn } from "../../op/counterparts.ts";
import { jumpsAt, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The sign of x: −1, 0 or 1. Its derivative is zero.
 *
 * @example
 * ops.sign(tensor([-3, 0, 2])); // [-1, 0, 1]
 */
export const sign: Op<["x"]> = constant({
  name: "sign",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}`,
  domain: { x: reals(-4, 4, jumpsAt(0)) },
  exact: (real, x) => real.real(real.compare(x, 0)),
  kernel: Math.sign,
  counterparts: { tfjs: fn("sign"), torch: fn("torch.sign"), jax: fn("jnp.sign") },
});
