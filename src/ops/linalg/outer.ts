import { ShapeError } from "../../base/errors.ts";
import { formatShape } from "../../base/shape.ts";
import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The outer product xᵢ·yⱼ of two vectors: shape `[m]` and `[n]` give `[m, n]`.
 *
 * @throws ShapeError unless both are vectors.
 * @example
 * ops.outer(tensor([1, 2]), tensor([3, 4])); // [[3, 4], [6, 8]]
 */
export const outer: Op<["x", "y"]> = composite({
  name: "outer",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out}_{i,j} = x_i\,y_j`,
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  sample: (draw) => ({ shapes: [[draw.dimension()], [draw.dimension()]], attrs: {} }),
  shape: ([x, y]) => {
    if (x!.length !== 1 || y!.length !== 1)
      throw new ShapeError(`outer: expected two vectors, got ${formatShape(x!)} and ${formatShape(y!)}`);
    return [x![0]!, y![0]!];
  },
  exact:
    (real, [x, y]) =>
    ([i, j]) =>
      real.mul(x!.at([i!]), y!.at([j!])),
  compose: ({ mul, reshape, shape }, { x, y }) => mul(reshape(x, { shape: [...shape(x), 1] }), y),
  counterparts: { tfjs: fn("outerProduct"), torch: fn("torch.outer"), jax: fn("jnp.outer") },
});
