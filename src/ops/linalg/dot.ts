import { ShapeError } from "../../base/errors.ts";
import { formatShape } from "../../base/shape.ts";
import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The product of two vectors (Σ xₖ·yₖ, a scalar), of a matrix and a vector on either side, or of two matrices.
 *
 * @throws ShapeError unless both are vectors or matrices whose inner dimensions are equal.
 * @example
 * ops.dot(tensor([1, 2]), tensor([3, 4])); // 11
 */
export const dot: Op<["x", "y"]> = composite({
  name: "dot",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out}_{i,j} = \sum_k x_{i,k}\,y_{k,j}`,
  domain: { x: reals(-2, 2), y: reals(-2, 2) },
  sample: (draw) => {
    const inner = draw.dimension();
    return {
      shapes: [draw.flag() ? [inner] : [draw.dimension(), inner], draw.flag() ? [inner] : [inner, draw.dimension()]],
      attrs: {},
    };
  },
  shape: ([x, y]) => {
    if ([x!, y!].some(({ length }) => length !== 1 && length !== 2) || x!.at(-1) !== y![0])
      throw new ShapeError(
        `dot: expected vectors or matrices [k] or [m,k] and [k] or [k,n], got ${formatShape(x!)} and ${formatShape(y!)}`,
      );
    return [...x!.slice(0, -1), ...y!.slice(1)];
  },
  // Σₖ xᵢₖ·yₖⱼ
  exact:
    (real, [x, y]) =>
    (index) => {
      const rows = index.slice(0, x!.shape.length - 1);
      const columns = index.slice(rows.length);
      return real.sum(
        Array.from({ length: y!.shape[0]! }, (_, k) => real.mul(x!.at([...rows, k]), y!.at([k, ...columns]))),
      );
    },
  compose: ({ matmul }, { x, y }) => matmul(x, y),
  counterparts: { tfjs: fn("dot"), torch: fn("torch.matmul"), jax: fn("jnp.dot") },
});
