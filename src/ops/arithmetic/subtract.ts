import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The difference x − y; shapes broadcast.
 *
 * @example
 * ops.subtract(tensor([1, 2]), tensor(1)); // [0, 1]
 */
export const subtract: Op<["x", "y"]> = elementwise({
  name: "subtract",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = x - y`,
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  exact: (real, x, y) => real.sub(x, y),
  loop: (out, at, x, i, di, y, j, dj, count) => {
    for (let k = 0; k < count; k++) out[at + k] = x[i + k * di]! - y[j + k * dj]!;
  },
  partials: {
    x: (_, __, g) => g,
    y: ({ neg }, __, g) => neg(g),
  },
  counterparts: { tfjs: fn("sub"), torch: fn("torch.subtract"), jax: fn("jnp.subtract") },
});
