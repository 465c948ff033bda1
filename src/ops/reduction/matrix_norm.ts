import type { Shape } from "../../base/shape.ts";
import { flag, integers, oneOf } from "../../op/attrs.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import {
  exactMatrixNorms,
  matrixNormsOver,
  sampleMatrixNorms,
  shapeOfMatrixNorms,
  type MatrixOrder,
} from "../../op/matrix-norms.ts";
import { orderElsewhere } from "../../op/norms.ts";
import type { Op } from "../../op/op.ts";

/** Which norm of matrices, and which axes these have. */
export interface MatrixNorm {
  readonly ord?: MatrixOrder;
  readonly axis?: Shape;
  readonly keepdims?: boolean;
}

/**
 * The norm of matrices, whose rows and columns are along the two axes of `axis` (the last two unless given): `"fro"` is the
 * root of the sum of squares; 1 and −1 are the largest and the smallest sum of absolute values of a column, `"inf"` and
 * `"-inf"` those of a row.
 *
 * Where it has a kink, derivatives are taken as those of `vector_norm` are.
 *
 * @throws ShapeError unless there are two different axes, and for extremes of nothing.
 * @example
 * ops.matrix_norm(tensor([[1, -2], [3, 4]]), { ord: 1 }); // 6
 */
export const matrix_norm: Op<["x"], MatrixNorm> = composite({
  name: "matrix_norm",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} \sqrt{\sum_{i,j} x_{i,j}^2} & \mathrm{ord} = \text{fro} \\ \max_j \sum_i \lvert x_{i,j} \rvert & \mathrm{ord} = 1 \\ \min_j \sum_i \lvert x_{i,j} \rvert & \mathrm{ord} = -1 \\ \max_i \sum_j \lvert x_{i,j} \rvert & \mathrm{ord} = \text{inf} \\ \min_i \sum_j \lvert x_{i,j} \rvert & \mathrm{ord} = \text{-inf} \end{cases}, \quad (i, j) \in \mathrm{axis}`,
  attrs: {
    ord: oneOf("which norm", ["fro", 1, -1, "inf", "-inf"]),
    axis: { ...integers("the axis of the rows and that of the columns", [-2, -1]), countsAxes: true },
    keepdims: flag("whether the two axes stay, as dimensions of 1"),
  },
  domain: { x: reals(-4, 4, { ...kinksAtTies, at: [0] }) },
  sample: (draw) => sampleMatrixNorms(draw, draw.pick(["fro", 1, -1, "inf", "-inf"])),
  shape: ([x], attrs) => shapeOfMatrixNorms("matrix_norm", x!, attrs),
  exact: (real, [x], attrs) => exactMatrixNorms(real, x!, attrs),
  compose: (kit, { x }, attrs) => matrixNormsOver(kit, x, attrs),
  counterparts: {
    tfjs: (call, { inputs: [x] }, { ord, axis, keepdims }) => call("norm", x, orderElsewhere(ord), axis, keepdims),
    torch: (call, { inputs: [x] }, { ord, axis, keepdims }) =>
      call("torch.linalg.matrix_norm", x, orderElsewhere(ord), { dim: axis, keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { ord, axis, keepdims }) =>
      call("jnp.linalg.norm", x, orderElsewhere(ord), { axis, keepdims }),
  },
});
