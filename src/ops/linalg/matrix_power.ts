import { integer } from "../../op/attrs.ts";
import { dominant } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import {
  byMatrix,
  exactSolution,
  identityLike,
  inverse,
  sampleSquare,
  squareOf,
  type ExactMatrix,
} from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";

/**
 * The product of `n` copies of each square matrix: the identity for 0, products of the inverse for a negative n.
 *
 * @throws ShapeError unless the matrices are square.
 * @example
 * ops.matrix_power(tensor([[1, 1], [0, 1]]), { n: 5 }); // [[1, 5], [0, 1]]
 */
export const matrix_power: Op<["x"], { readonly n: number }> = composite({
  name: "matrix_power",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = x^n = \begin{cases} x\,x^{n - 1} & n > 0 \\ I & n = 0 \\ \left(x^{-1}\right)^{-n} & n < 0 \end{cases}`,
  attrs: { n: integer("how many copies; of the inverse where negative") },
  domain: { x: dominant(0.4, 1, 2) },
  sample: (draw) => ({ attrs: { n: draw.integer(-2, 4) }, shapes: [sampleSquare(draw)] }),
  shape: ([x]) => {
    squareOf("matrix_power", x!);
    return x!;
  },
  exact: (real, [x], { n }) => {
    const power = byMatrix(x!, (matrix) => {
      const one = matrix.map((_, i) => matrix.map((__, j) => real.real(i === j ? 1 : 0)));
      // Row by row: the solution of aᵀ·z = v is v·a⁻¹.
      const flipped = matrix.map((_, i) => matrix.map((row) => row[i]!));
      const times = (row: ExactMatrix<(typeof one)[0][0]>[0]): typeof row =>
        n < 0
          ? exactSolution(real, flipped, row)
          : matrix.map((_, j) => real.sum(row.map((element, k) => real.mul(element, matrix[k]![j]!))));
      let out: ExactMatrix<(typeof one)[0][0]> = n > 0 ? matrix : one;
      for (let k = n > 0 ? 1 : 0; k < Math.abs(n); k++) out = out.map(times);
      return out;
    });
    return (index) => power(index)[index.at(-2)!]![index.at(-1)!]!;
  },
  compose: (kit, { x }, { n }) => {
    if (n === 0) return identityLike(kit, x);
    const base = n < 0 ? inverse(kit, x) : x;
    // By the binary digits of n.
    let [out, square] = [null as typeof x | null, base];
    for (let left = Math.abs(n); ; square = kit.matmul(square, square)) {
      if (left % 2 === 1) out = out === null ? square : kit.matmul(out, square);
      left = Math.floor(left / 2);
      if (left === 0) return out!;
    }
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no power of a matrix" },
    torch: (call, { inputs: [x] }, { n }) => call("torch.linalg.matrix_power", x, n),
    jax: (call, { inputs: [x] }, { n }) => call("jnp.linalg.matrix_power", x, n),
  },
});
