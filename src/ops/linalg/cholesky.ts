import { flag } from "../../op/attrs.ts";
import { dominant } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import { byMatrix, lowerPart, sampleSquare, squareOf, transposed } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";
import { choleskyInto, choleskyMagnitudes } from "../../tensor/kernels/cholesky.ts";
import { transposeOf } from "../../tensor/kernels/dense.ts";
import { eachMatrix } from "../../tensor/kernels/stacks.ts";

/**
 * The Cholesky factor of each square matrix: the lower triangular L with L·Lᵀ = (x + xᵀ)/2, or the upper one Lᵀ. Taking
 * the symmetric part makes it a function of all matrices, as JAX does; its gradient is symmetric. The factor of a matrix
 * that is not positive definite, or not finite, is NaN.
 *
 * @throws ShapeError unless the matrices are square.
 * @example
 * ops.cholesky(tensor([[4, 2], [2, 5]])); // [[2, 0], [1, 2]]
 */
export const cholesky: Op<["x"], { readonly upper?: boolean }> = primitive({
  name: "cholesky",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} L^\top & \mathrm{upper} \\ L & \text{else} \end{cases}, \quad L L^\top = \frac{x + x^\top}{2},\ L \text{ lower triangular},\ L_{i,i} > 0`,
  attrs: { upper: flag("whether the factor is the upper triangular one") },
  domain: { x: dominant(0.8, 2, 4) },
  sample: (draw) => ({ shapes: [sampleSquare(draw)], attrs: { upper: draw.flag() } }),
  shape: ([x]) => {
    squareOf("cholesky", x!);
    return x!;
  },
  exact: (real, [x], { upper }) => {
    const factor = byMatrix(x!, (matrix) => {
      const [zero, none] = [real.real(0), real.real(Number.NaN)];
      // lⱼⱼ = √(sⱼⱼ − Σ lⱼₖ²) and lᵢⱼ = (sᵢⱼ − Σ lᵢₖ·lⱼₖ) / lⱼⱼ, row by row
      const rows: (typeof zero)[][] = [];
      matrix.forEach((row, i) => {
        const own: (typeof zero)[] = [];
        rows.push(own);
        for (let j = 0; j <= i; j++) {
          const element = real.div(real.add(row[j]!, matrix[j]![i]!), 2);
          const left = real.sub(element, real.sum(rows[j]!.slice(0, j).map((l, k) => real.mul(l, own[k]!))));
          own.push(i === j ? real.sqrt(left) : real.div(left, rows[j]![j]!));
        }
      });
      const isDefinite = rows.every((row, i) => real.compare(row[i]!, 0) > 0 && real.compare(row[i]!, Infinity) < 0);
      return rows.map((row) => [
        ...row.map((element) => (isDefinite ? element : none)),
        ...matrix.slice(row.length).map(() => zero),
      ]);
    });
    return (index) => {
      const [i, j] = upper ? [index.at(-1)!, index.at(-2)!] : [index.at(-2)!, index.at(-1)!];
      return factor(index)[i]![j]!;
    };
  },
  kernel: ([x], { upper }, shape) => {
    const n = shape.at(-1)!;
    return eachMatrix([x!], shape.slice(0, -2), shape, (out, matrix) => {
      choleskyInto(out, matrix, n);
      if (upper) out.set(transposeOf(out, n, n));
    });
  },
  rounding: ([x], { upper }, out) => {
    const n = x!.shape.at(-1)!;
    const magnitudes = eachMatrix([x!], out.shape.slice(0, -2), out.shape, (sizes, matrix) => {
      const lower = choleskyMagnitudes(matrix, n);
      sizes.set(upper ? transposeOf(lower, n, n) : lower);
    });
    return { relative: 4, terms: 4 * n, magnitudes };
  },
  vjp: {
    // x̄ = (S + Sᵀ)/2 with S = L⁻ᵀ·Φ(Lᵀ·Ḡ)·L⁻¹ (M. Giles, 2008; I. Murray, 2016)
    x: (kit, { out }, g, { upper }) => {
      const [factor, cotangent] = upper ? [transposed(kit, out), transposed(kit, g)] : [out, g];
      const inner = halved(kit, kit.matmul(factor, lowerPart(kit, cotangent), { transpose_a: true }));
      const left = kit.triangular_solve(factor, inner, { left_side: true, lower: true, transpose_a: true });
      return symmetric(kit, kit.triangular_solve(factor, left, { lower: true }));
    },
  },
  jvp: {
    // L·Φ(L⁻¹·D·L⁻ᵀ) with D the symmetric part of d
    x: (kit, { out }, d, { upper }) => {
      const factor = upper ? transposed(kit, out) : out;
      const left = kit.triangular_solve(factor, symmetric(kit, d), { left_side: true, lower: true });
      const inner = kit.triangular_solve(factor, left, { lower: true, transpose_a: true });
      const change = kit.matmul(factor, halved(kit, inner));
      return upper ? transposed(kit, change) : change;
    },
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no Cholesky factor" },
    // PyTorch reads one triangle only.
    torch: (call, { inputs: [x] }, { upper }) =>
      call("torch.linalg.cholesky", call("torch.div", call("torch.add", x, call("torch.transpose", x, -1, -2)), 2), {
        upper,
      }),
    jax: (call, { inputs: [x] }, { upper }) => call("jnp.linalg.cholesky", x, { upper, symmetrize_input: true }),
  },
});

/** Φ: the lower triangle, with half of the diagonal. */
function halved<V>(kit: Kit<V>, x: V): V {
  return kit.mul(0.5, kit.add(lowerPart(kit, x), lowerPart(kit, x, true)));
}

function symmetric<V>(kit: Kit<V>, x: V): V {
  return kit.mul(0.5, kit.add(x, transposed(kit, x)));
}
