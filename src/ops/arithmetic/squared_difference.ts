import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The square of the difference, (x − y)²; shapes broadcast.
 *
 * @example
 * ops.squared_difference(tensor([1, 5]), tensor(3)); // [4, 4]
 */
export const squared_difference: Op<["x", "y"]> = elementwise({
  name: "squared_difference",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = (x - y)^2`,
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  exact: (real, x, y) => {
    const difference = real.sub(x, y);
    return real.mul(difference, difference);
  },
  kernel: (x, y) => (x - y) * (x - y),
  rounding: { relative: 4 },
  partials: {
    // ∂/∂x = 2(x − y)
    x: ({ mul, sub }, { x, y }, g) => mul(g, mul(2, sub(x, y))),
    y: ({ mul, sub }, { x, y }, g) => mul(g, mul(2, sub(y, x))),
  },
  counterparts: {
    tfjs: fn("squaredDifference"),
    torch: (call, { inputs }) => call("torch.square", call("torch.subtract", ...inputs)),
    jax: (call, { inputs }) => call("jnp.square", call("jnp.subtract", ...inputs)),
  },
});
