import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x itself, as a new tensor.
 *
 * @example
 * ops.positive(tensor([1, -2])); // [1, -2]
 */
export const positive: Op<["x"]> = elementwise({
  name: "positive",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = x`,
  domain: { x: reals(-4, 4) },
  exact: (_real, x) => x,
  kernel: (x) => x,
  rounding: {},
  partials: {
    x: (_, __, g) => g,
  },
  counterparts: { tfjs: fn("clone"), torch: fn("torch.clone"), jax: fn("jnp.positive") },
});
