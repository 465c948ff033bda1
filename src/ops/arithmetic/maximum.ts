import { fn } from "../../op/counterparts.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The larger of x and y; shapes broadcast, NaN where either is.
 *
 * At a tie, where it has a kink, each side gets half of the derivative.
 *
 * @example
 * ops.maximum(tensor([1, 5]), tensor(3)); // [3, 5]
 */
export const maximum: Op<["x", "y"]> = elementwise({
  name: "maximum",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \max(x, y)`,
  domain: { x: reals(-4, 4, kinksAtTies), y: reals(-4, 4, kinksAtTies) },
  exact: (real, x, y) => real.max(x, y),
  kernel: (x, y) => Math.max(x, y),
  rounding: {},
  partials: {
    // ∂/∂x = [x > y] + ½[x = y]; chosen, not multiplied, so that an infinite g passes only where it belongs.
    x: ({ equal, greater, mul, where }, { x, y }, g) => where(greater(x, y), g, where(equal(x, y), mul(0.5, g), 0)),
    y: ({ equal, less, mul, where }, { x, y }, g) => where(less(x, y), g, where(equal(x, y), mul(0.5, g), 0)),
  },
  counterparts: { tfjs: fn("maximum"), torch: fn("torch.maximum"), jax: fn("jnp.maximum") },
});
