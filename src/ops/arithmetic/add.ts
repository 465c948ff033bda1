import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The sum x + y; shapes broadcast.
 *
 * @example
 * ops.add(tensor([1, 2]), tensor(10)); // [11, 12]
 */
export const add: Op<["x", "y"]> = elementwise({
  name: "add",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = x + y`,
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  exact: (real, x, y) => real.add(x, y),
  loop: (out, at, x, i, di, y, j, dj, count) => {
    for (let k = 0; k < count; k++) out[at + k] = x[i + k * di]! + y[j + k * dj]!;
  },
  partials: {
    x: (_, __, g) => g,
    y: (_, __, g) => g,
  },
  counterparts: { tfjs: fn("add"), torch: fn("torch.add"), jax: fn("jnp.add") },
});
