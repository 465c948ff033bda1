import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { byMatrix, exactDeterminant, sampleSquare, squareOf } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";

/**
 * The determinant of each square matrix, `[…,n,n] → […]`. Its derivatives, of every order, are minors, so they are right
 * for singular matrices too. NaN where an element is infinite.
 *
 * @throws ShapeError unless the matrices are square.
 * @example
 * ops.det(tensor([[1, 2], [3, 4]])); // -2
 */
export const det: Op<["x"]> = composite({
  name: "det",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \det x = \sum_{\pi \in S_n} \operatorname{sign}(\pi) \prod_{i=1}^n x_{i,\pi_i}`,
  domain: { x: reals(-2, 2) },
  sample: (draw) => ({ shapes: [sampleSquare(draw)], attrs: {} }),
  shape: ([x]) => squareOf("det", x!).stack,
  exact: (real, [x]) => byMatrix(x!, (matrix) => exactDeterminant(real, matrix)),
  compose: ({ minors }, { x }) => minors(x, { order: 0 }),
  counterparts: {
    tfjs: { none: "TensorFlow.js has no determinant" },
    torch: fn("torch.linalg.det"),
    jax: fn("jnp.linalg.det"),
  },
});
