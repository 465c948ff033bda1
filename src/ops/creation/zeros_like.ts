import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * Zeros in the shape of x, whatever x holds. The derivative is zero.
 *
 * @example
 * ops.zeros_like(tensor([3, 4])); // [0, 0]
 */
export const zeros_like: Op<["x"]> = constant({
  name: "zeros_like",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = 0 \text{ for each } x`,
  domain: { x: reals(-4, 4) },
  exact: (real) => real.real(0),
  kernel: () => 0,
  counterparts: { tfjs: fn("zerosLike"), torch: fn("torch.zeros_like"), jax: fn("jnp.zeros_like") },
});
