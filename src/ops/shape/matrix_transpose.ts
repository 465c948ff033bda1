import type { Shape } from "../../base/shape.ts";
import { drawMatrices, matrixOf } from "../../op/band.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * Each matrix, of the last two dimensions, with rows and columns exchanged.
 *
 * @throws ShapeError for a tensor of rank below 2.
 * @example
 * ops.matrix_transpose(tensor([[1, 2, 3]])); // [[1], [2], [3]]
 */
export const matrix_transpose: Op<["x"]> = composite({
  name: "matrix_transpose",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{i,j} = x_{j,i}`,
  domain: { x: reals(-4, 4) },
  sample: (draw) => ({ shapes: [drawMatrices(draw)], attrs: {} }),
  shape: ([x]) => {
    const { rows, columns } = matrixOf("matrix_transpose", x!);
    return [...x!.slice(0, -2), columns, rows];
  },
  exact:
    (_real, [x]) =>
    (index) =>
      x!.at([...index.slice(0, -2), index.at(-1)!, index.at(-2)!]),
  compose: ({ permute_dims, shape }, { x }) => permute_dims(x, { axes: order(shape(x)) }),
  counterparts: {
    tfjs: (call, { inputs: [x], shapes: [shape] }) => call("transpose", x, order(shape!)),
    torch: (call, { inputs: [x] }) => call("torch.transpose", x, -2, -1),
    jax: (call, { inputs: [x] }) => call("jnp.matrix_transpose", x),
  },
});

function order(shape: Shape): Shape {
  const axes = shape.map((_, i) => i);
  return [...axes.slice(0, -2), shape.length - 1, shape.length - 2];
}
