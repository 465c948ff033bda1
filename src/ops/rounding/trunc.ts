import { fn } from "../../op/counterparts.ts";
import { jumpsAtWholes, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x without its fraction: rounded toward zero. Its derivative is zero.
 *
 * @example
 * ops.trunc(tensor([1.5, -1.5])); // [1, -1]
 */
export const trunc: Op<["x"]> = constant({
  name: "trunc",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \operatorname{sign}(x)\,\lfloor \lvert x \rvert \rfloor`,
  domain: { x: reals(-4, 4, jumpsAtWholes) },
  exact: (real, x) => {
    const size = real.floor(real.abs(x));
    return real.compare(x, 0) < 0 ? real.neg(size) : size;
  },
  kernel: Math.trunc,
  counterparts: {
    tfjs: { none: "TensorFlow.js has none; a cast to int32 ends at 32 bits" },
    torch: fn("torch.trunc"),
    jax: fn("jnp.trunc"),
  },
});
