import { oneOf } from "../../op/attrs.ts";
import { item } from "../../op/counterparts.ts";
import { dominant, jumpsAt, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { ExactTensor, RealArithmetic } from "../../op/exact.ts";
import { byMatrix, isFinite, matrixOf, sampleStack, type ExactMatrix } from "../../op/matrices.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";

/** Which of the factors. */
export interface OrthogonalOrTriangular {
  readonly output?: "q" | "r";
}

/**
 * A factor of x = q·r for each matrix `[…,m,n]`: `q` `[…,m,k]` with orthonormal columns, or the upper triangular `r`
 * `[…,k,n]`, where k is the smaller one of m and n.
 *
 * Their signs are those of LAPACK: each column is turned onto its axis away from its leading element, so r's diagonal
 * is negative where that is positive, but a single last row is left as it is. There the factors jump, as they do where
 * the leading columns are dependent. A matrix that is not finite has NaN for factors.
 *
 * @throws ShapeError for a scalar or a vector.
 * @example
 * ops.qr(tensor([[3], [4]]), { output: "r" }); // [[-5]]
 */
export const qr: Op<["x"], OrthogonalOrTriangular> = composite({
  name: "qr",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} Q & \mathrm{output} = \text{q} \\ R & \mathrm{output} = \text{r} \end{cases}, \quad x = QR,\ Q^\top Q = I,\ R \text{ upper triangular, signs as in LAPACK}`,
  attrs: { output: oneOf("which of the factors", ["q", "r"]) },
  // Away from zeros and ties, which make leading elements 0.
  domain: { x: { ...reals(0.05, 0.45), diagonal: { low: 1, high: 2 } } },
  sample: (draw) => {
    const stack = sampleStack(draw);
    const most = stack.length === 2 ? 2 : 3;
    const [m, n] = [draw.dimension(), draw.dimension()].map((d) => Math.min(d, most));
    return {
      shapes: [[...stack, m!, n!]],
      attrs: { output: draw.pick(["q", "r"] as const) },
      // A column that is on its axis already is not turned.
      inputs: { x: { ...(draw.flag() ? dominant(0.4, 1, 2) : dominant(0.4, -2, -1)), breaks: jumpsAt(0) } },
    };
  },
  shape: ([x], { output }) => {
    const { stack, m, n } = matrixOf("qr", x!);
    const k = Math.min(m, n);
    return output === "q" ? [...stack, m, k] : [...stack, k, n];
  },
  exact: exactFactor,
  compose: (kit, { x }, { output }) => {
    const shape = kit.shape(x);
    const { m, n } = matrixOf("qr", shape);
    // At the scale of 1, which q does not depend on.
    const scale = kit.unit_scale(x);
    const scaled = kit.mul(scale, x);
    if (m >= n) {
      const factor = kit.qr_tall(scaled, { output });
      return output === "q" ? factor : kit.div(factor, scale);
    }
    // The factors of the square matrix in front; the other columns of r are qᵀ times those of x.
    const front = columns(kit, scaled, 0, m);
    if (output === "q") return kit.qr_tall(front, { output });
    const back = kit.matmul(kit.qr_tall(front, { output: "q" }), columns(kit, scaled, m, n), { transpose_a: true });
    const both = kit.add(
      kit.embed(kit.qr_tall(front, { output }), { shape, ...startingAt(shape, 0) }),
      kit.embed(back, { shape, ...startingAt(shape, m) }),
    );
    return kit.div(both, scale);
  },
  counterparts: {
    // TensorFlow.js turns a single last row too.
    tfjs: (call, { inputs: [x], shapes: [p] }, { output }) => {
      const { m, n } = matrixOf("qr", p!);
      const factor = item(call, call("linalg.qr", x), output === "q" ? 0 : 1);
      if (m > n || m === 0) return factor;
      const signs = Array.from({ length: m }, (_, i) => (i === m - 1 ? -1 : 1));
      return call("mul", factor, output === "q" ? signs : signs.map((sign) => [sign]));
    },
    torch: (call, { inputs: [x] }, { output }) => item(call, call("torch.linalg.qr", x), output === "q" ? 0 : 1),
    jax: (call, { inputs: [x] }, { output }) => item(call, call("jnp.linalg.qr", x), output === "q" ? 0 : 1),
  },
});

function columns<V>(kit: Kit<V>, x: V, from: number, to: number): V {
  const shape = kit.shape(x);
  return kit.slice(x, {
    start_indices: startingAt(shape, from).start_indices,
    limit_indices: [...shape.slice(0, -1), to],
  });
}

function startingAt(
  shape: readonly number[],
  column: number,
): { readonly start_indices: readonly number[]; readonly strides: readonly number[] } {
  return { start_indices: [...shape.slice(0, -1).map(() => 0), column], strides: shape.map(() => 1) };
}

/** The product of the reflections written out as matrices H = I − 2·v·vᵀ/(vᵀ·v), and what it makes of x. */
function exactFactor<R>(
  real: RealArithmetic<R>,
  [x]: readonly ExactTensor<R>[],
  { output }: Required<OrthogonalOrTriangular>,
): (index: readonly number[]) => R {
  const factor = byMatrix(x!, (matrix) => {
    const m = x!.shape.at(-2)!;
    if (!isFinite(real, matrix.flat()))
      return (output === "q" ? matrix : matrix.slice(0, x!.shape.at(-1))).map((row, i) =>
        row.map((_, j) => real.real(output === "r" && i > j ? 0 : Number.NaN)),
      );
    let q: ExactMatrix<R> = Array.from({ length: m }, (_, i) =>
      Array.from({ length: m }, (__, j) => real.real(i === j ? 1 : 0)),
    );
    let r = matrix;
    for (let j = 0; j < Math.min(x!.shape.at(-1)!, m - 1); j++) {
      const column = r.map((row, i) => (i < j ? real.real(0) : row[j]!));
      const square = real.sum(column.map((c) => real.mul(c, c)));
      if (real.compare(square, real.mul(column[j]!, column[j]!)) === 0) continue;
      const length = real.sqrt(square);
      const away = real.compare(column[j]!, 0) > 0 ? length : real.neg(length);
      const v = column.with(j, real.add(column[j]!, away));
      const norm = real.sum(v.map((c) => real.mul(c, c)));
      const reflection = v.map((a, i) =>
        v.map((b, l) => real.sub(i === l ? 1 : 0, real.div(real.mul(2, real.mul(a, b)), norm))),
      );
      r = times(real, reflection, r);
      q = times(real, q, reflection);
    }
    return output === "q" ? q : r.map((row, i) => row.map((element, j) => (i > j ? real.real(0) : element)));
  });
  return (index) => factor(index)[index.at(-2)!]![index.at(-1)!]!;
}

function times<R>(real: RealArithmetic<R>, a: ExactMatrix<R>, b: ExactMatrix<R>): ExactMatrix<R> {
  return a.map((row) => b[0]!.map((_, j) => real.sum(row.map((element, k) => real.mul(element, b[k]![j]!)))));
}
