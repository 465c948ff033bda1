import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The product x·y, element by element; shapes broadcast.
 *
 * @example
 * ops.multiply(tensor([1, 2]), tensor([3, 4])); // [3, 8]
 */
export const multiply: Op<["x", "y"]> = elementwise({
  name: "multiply",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = x \cdot y`,
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  exact: (real, x, y) => real.mul(x, y),
  loop: (out, at, x, i, di, y, j, dj, count) => {
    for (let k = 0; k < count; k++) out[at + k] = x[i + k * di]! * y[j + k * dj]!;
  },
  partials: {
    x: ({ mul }, { y }, g) => mul(g, y),
    y: ({ mul }, { x }, g) => mul(g, x),
  },
  counterparts: { tfjs: fn("mul"), torch: fn("torch.multiply"), jax: fn("jnp.multiply") },
});
