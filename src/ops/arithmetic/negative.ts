import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The negation −x.
 *
 * @example
 * ops.negative(tensor([1, -2])); // [-1, 2]
 */
export const negative: Op<["x"]> = elementwise({
  name: "negative",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = -x`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.neg(x),
  kernel: (x) => -x,
  rounding: {},
  partials: {
    x: ({ neg }, __, g) => neg(g),
  },
  counterparts: { tfjs: fn("neg"), torch: fn("torch.negative"), jax: fn("jnp.negative") },
});
