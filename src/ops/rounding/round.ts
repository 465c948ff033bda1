import { fn } from "../../op/counterparts.ts";
import { jumpsAtHalves, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The nearest whole number, of two the even one. Its derivative is zero.
 *
 * @example
 * ops.round(tensor([0.5, 1.5, -1.2])); // [0, 2, -1]
 */
export const round: Op<["x"]> = constant({
  name: "round",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \operatorname*{arg\,min}_{n \in \mathbb{Z}} \lvert x - n \rvert, \quad n \text{ even at a tie}`,
  domain: { x: reals(-4, 4, jumpsAtHalves) },
  exact: (real, x) => {
    const above = real.floor(real.add(x, 0.5));
    const isTie = real.compare(real.sub(above, x), 0.5) === 0;
    const isOdd = real.compare(real.mul(2, real.floor(real.div(above, 2))), above) !== 0;
    return isTie && isOdd ? real.sub(above, 1) : above;
  },
  kernel: (x) => {
    const above = Math.round(x);
    return above - x === 0.5 && above % 2 !== 0 ? above - 1 : above;
  },
  counterparts: {
    tfjs: fn("round"),
    torch: fn("torch.round"),
    jax: fn("jnp.round"),
  },
});
