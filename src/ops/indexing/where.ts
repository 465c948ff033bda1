import { fn } from "../../op/counterparts.ts";
import { reals, wholes } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x where the condition is not 0, else y; shapes broadcast. The condition is not differentiated.
 *
 * @example
 * ops.where(tensor([1, 0]), tensor([1, 2]), tensor([3, 4])); // [1, 4]
 */
export const where: Op<["condition", "x", "y"]> = elementwise({
  name: "where",
  inputs: ["condition", "x", "y"],
  formula: String.raw`\mathrm{out} = \begin{cases} x & \mathrm{condition} \ne 0 \\ y & \text{else} \end{cases}`,
  data: ["condition"],
  domain: { condition: wholes(0, 1), x: reals(-4, 4), y: reals(-4, 4) },
  exact: (real, condition, x, y) => (real.compare(condition, 0) === 0 ? y : x),
  kernel: (condition, x, y) => (condition !== 0 ? x : y),
  rounding: {},
  partials: {
    x: ({ where }, { condition }, g) => where(condition, g, 0),
    y: ({ where }, { condition }, g) => where(condition, 0, g),
  },
  counterparts: {
    tfjs: (call, { inputs: [condition, x, y] }) => call("where", call("cast", condition, "bool"), x, y),
    torch: (call, { inputs: [condition, x, y] }) => call("torch.where", call("torch.Tensor.bool", condition), x, y),
    jax: fn("jnp.where"),
  },
});
