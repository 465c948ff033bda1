import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * Ones in the shape of x, whatever x holds. The derivative is zero.
 *
 * @example
 * ops.ones_like(tensor([3, 4])); // [1, 1]
 */
export const ones_like: Op<["x"]> = constant({
  name: "ones_like",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = 1 \text{ for each } x`,
  domain: { x: reals(-4, 4) },
  exact: (real) => real.real(1),
  kernel: () => 1,
  counterparts: { tfjs: fn("onesLike"), torch: fn("torch.ones_like"), jax: fn("jnp.ones_like") },
});
