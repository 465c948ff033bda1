import { ShapeError } from "../../base/errors.ts";
import { formatShape } from "../../base/shape.ts";
import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { byMatrix, isFinite, part, transposed } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";

/**
 * The rows of a matrix `[k,n]`, k ≤ n, made orthonormal one after another: each less its projections on those before,
 * divided by its length. Rows that depend on those before give zeros or
 * noise; an infinite element gives NaN.
 *
 * @throws ShapeError unless it is a matrix with no more rows than columns.
 * @example
 * ops.gram_schmidt(tensor([[3, 4], [0, 1]])); // [[0.6, 0.8], [-0.8, 0.6]]
 */
export const gram_schmidt: Op<["x"]> = composite({
  name: "gram_schmidt",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = \frac{u_i}{\lVert u_i \rVert_2}, \quad u_i = x_i - \sum_{k < i} (\mathrm{out}_k \cdot x_i)\,\mathrm{out}_k`,
  // Away from the axes, where the slope of a direction is all but zero and a difference of numbers near 1.
  domain: { x: { ...reals(0.4, 0.7), diagonal: { low: 1, high: 1.5 } } },
  sample: (draw) => {
    const rows = draw.integer(1, 3);
    return { shapes: [[rows, draw.integer(rows, 4)]], attrs: {} };
  },
  excused: [{ pair: ["dimensions=0", "rank=2"], because: "TensorFlow.js has no orthonormal rows of nothing" }],
  shape: ([x]) => {
    if (x!.length !== 2 || x![0]! > x![1]! || x![0] === 0)
      throw new ShapeError(
        `gram_schmidt: expected a matrix of one row or more, and no more rows than columns, got ${formatShape(x!)}`,
      );
    return x!;
  },
  // Classical: every projection is of the row itself.
  exact: (real, [x]) => {
    const rows = byMatrix(x!, (matrix) => {
      type Row = (typeof matrix)[0];
      const inner = (a: Row, b: Row): Row[0] => real.sum(a.map((element, i) => real.mul(element, b[i]!)));
      const out: Row[] = [];
      if (!isFinite(real, matrix.flat())) return matrix.map((row) => row.map(() => real.real(Number.NaN)));
      for (const row of matrix) {
        const parts = out.map((other) => inner(other, row));
        const rest = row.map((element, i) =>
          real.sub(element, real.sum(out.map((other, k) => real.mul(parts[k]!, other[i]!)))),
        );
        const length = real.sqrt(inner(rest, rest));
        out.push(rest.map((element) => real.div(element, length)));
      }
      return out;
    });
    return ([i, j]) => rows([])[i!]![j!]!;
  },
  // The columns of q of the transpose, of the signs that make r's diagonal positive.
  compose: (kit, { x }) => {
    const columns = transposed(kit, kit.mul(kit.unit_scale(x), x));
    const r = kit.qr_tall(columns, { output: "r" });
    const diagonal = kit.sum(
      part(kit, r, (row, column) => row === column),
      { axis: 0 },
    );
    return transposed(kit, kit.mul(kit.qr_tall(columns, { output: "q" }), kit.sign(diagonal)));
  },
  counterparts: {
    tfjs: fn("linalg.gramSchmidt"),
    torch: { none: "PyTorch has the factors of qr instead, with other signs" },
    jax: { none: "JAX has the factors of qr instead, with other signs" },
  },
});
