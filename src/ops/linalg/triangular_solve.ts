import { ShapeError } from "../../base/errors.ts";
import { broadcastShapes, formatShape, sameShape, type Shape } from "../../base/shape.ts";
import { flag } from "../../op/attrs.ts";
import { dominant, reals, type Draw, type Sample } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import { exactMatrix, exactSolution, matrixOf, part, sampleStack, squareOf, transposed } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";
import { eachMatrix } from "../../tensor/kernels/stacks.ts";
import { triangularMagnitudes, triangularSolveInto, type Triangle } from "../../tensor/kernels/triangular.ts";

/** {@link Triangle}, all of it optional. */
export type TriangularSolve = Partial<Triangle>;

/**
 * The solution of op(a)·x = b (`left_side`) or x·op(a) = b, where a `[…,n,n]` is read as a triangular matrix: of its
 * lower triangle (`lower`) or the upper one, transposed with `transpose_a`, with ones on the diagonal with
 * `unit_diagonal`. Leading dimensions broadcast. The elements that are not read have no derivative.
 * Where a is singular or an element infinite, the solution is NaN.
 *
 * @throws ShapeError unless a is square and b matrices that fit.
 * @example
 * ops.triangular_solve(tensor([[2, 9], [1, 1]]), tensor([[2], [3]]), { left_side: true, lower: true }); // [[1], [2]]
 */
export const triangular_solve: Op<["a", "b"], TriangularSolve> = primitive({
  name: "triangular_solve",
  inputs: ["a", "b"],
  formula: String.raw`\mathrm{out} = \begin{cases} T^{-1} b & \text{left\_side} \\ b\,T^{-1} & \text{else} \end{cases}, \quad T = \begin{cases} \operatorname{tril}(a) & \mathrm{lower} \\ \operatorname{triu}(a) & \text{else} \end{cases} \text{, transposed if } \text{transpose\_a},\ T_{i,i} = 1 \text{ if } \text{unit\_diagonal}`,
  attrs: {
    left_side: flag("whether a stands on the left of the unknown"),
    lower: flag("whether the lower triangle is read, not the upper one"),
    transpose_a: flag("whether the triangle is then transposed"),
    unit_diagonal: flag("whether the diagonal counts as ones"),
  },
  domain: { a: dominant(0.8, 1, 2), b: reals(-2, 2) },
  sample,
  shape: ([a, b], { left_side }) => {
    const { stack, n } = squareOf("triangular_solve", a!);
    const right = matrixOf("triangular_solve", b!);
    if ((left_side ? right.m : right.n) !== n)
      throw new ShapeError(
        `triangular_solve: expected b of ${String(n)} ${left_side ? "rows" : "columns"}, got ${formatShape(a!)} and ${formatShape(b!)}`,
      );
    return [...broadcastShapes("triangular_solve", stack, right.stack), right.m, right.n];
  },
  // Cramer's rule for the triangle written out
  exact: (real, [a, b], attrs) => {
    const { left_side, transpose_a } = attrs;
    return (index) => {
      const stack = index.slice(0, -2);
      const [i, j] = [index.at(-2)!, index.at(-1)!];
      const read = exactMatrix(a!, stack).map((row, r) =>
        row.map((element, c) =>
          r === c && attrs.unit_diagonal ? real.real(1) : isRead(attrs, r, c) ? element : real.real(0),
        ),
      );
      const right = exactMatrix(b!, stack);
      // x·op(a) = b is op(a)ᵀ·xᵀ = bᵀ.
      const matrix = transpose_a === left_side ? read.map((_, r) => read.map((row) => row[r]!)) : read;
      return left_side
        ? exactSolution(
            real,
            matrix,
            right.map((row) => row[j]!),
          )[i]!
        : exactSolution(real, matrix, right[i]!)[j]!;
    };
  },
  kernel: ([a, b], attrs, shape) => {
    const n = a!.shape.at(-1)!;
    return eachMatrix([a!, b!], shape.slice(0, -2), shape, (x, matrix, right) =>
      triangularSolveInto(x, matrix, right, n, attrs),
    );
  },
  rounding: ([a], attrs, out) => {
    const n = a!.shape.at(-1)!;
    const magnitudes = eachMatrix([a!, out], out.shape.slice(0, -2), out.shape, (sizes, matrix, x) =>
      triangularMagnitudes(sizes, matrix, x, n, attrs),
    );
    return { terms: 4 * n, magnitudes };
  },
  vjp: {
    // op(Ā) = −B̄·xᵀ, or −xᵀ·B̄ from the right; of what is read
    a: (kit, { a, out }, g, attrs) => {
      const gb = kit.triangular_solve(a, g, { ...attrs, transpose_a: !attrs.transpose_a });
      const [left, right] = attrs.left_side ? [gb, transposed(kit, out)] : [transposed(kit, out), gb];
      const product = kit.neg(kit.matmul(left, right));
      return whatIsRead(kit, attrs.transpose_a ? transposed(kit, product) : product, attrs);
    },
    // B̄ = op(a)⁻ᵀ·g, or g·op(a)⁻ᵀ
    b: (kit, { a }, g, attrs) => kit.triangular_solve(a, g, { ...attrs, transpose_a: !attrs.transpose_a }),
  },
  jvp: {
    // −op(a)⁻¹·(op(d)·x), or −(x·op(d))·op(a)⁻¹
    a: (kit, { a, out }, d, attrs) => {
      const change = whatIsRead(kit, d, attrs);
      const moved = attrs.left_side
        ? kit.matmul(change, out, { transpose_a: attrs.transpose_a })
        : kit.matmul(out, change, { transpose_b: attrs.transpose_a });
      return kit.neg(kit.triangular_solve(a, moved, attrs));
    },
    b: (kit, { a }, d, attrs) => kit.triangular_solve(a, d, attrs),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js solves no linear equations" },
    torch: (call, { inputs: [a, b] }, { left_side, lower, transpose_a, unit_diagonal }) =>
      call("torch.linalg.solve_triangular", transpose_a ? call("torch.transpose", a, -1, -2) : a, b, {
        upper: lower === transpose_a,
        left: left_side,
        unitriangular: unit_diagonal,
      }),
    jax: (call, { inputs: [a, b], shapes: [p, q], shape }, attrs) => {
      // JAX broadcasts no stacks here.
      const stacked = (x: unknown, own: Shape): unknown => {
        const whole = [...shape.slice(0, -2), ...own.slice(-2)];
        return sameShape(own, whole) ? x : call("jnp.broadcast_to", x, whole);
      };
      return call("jax.lax.linalg.triangular_solve", stacked(a, p!), stacked(b, q!), { ...attrs });
    },
  },
});

/** Whether an element of a counts. */
function isRead({ lower, unit_diagonal }: Required<TriangularSolve>, row: number, column: number): boolean {
  return row === column ? !unit_diagonal : lower === row > column;
}

function whatIsRead<V>(kit: Kit<V>, x: V, attrs: Required<TriangularSolve>): V {
  return part(kit, x, (row, column) => isRead(attrs, row, column));
}

function sample(draw: Draw): Sample<TriangularSolve> {
  const [n, k, stack] = [draw.dimension(), draw.dimension(), sampleStack(draw)];
  const [ofA, ofB] = [draw.pick([stack, stack, []]), draw.pick([stack, stack, []])];
  const left_side = draw.flag();
  return {
    shapes: [
      [...ofA, n, n],
      [...ofB, ...(left_side ? [n, k] : [k, n])],
    ],
    attrs: { left_side, lower: draw.flag(), transpose_a: draw.flag(), unit_diagonal: draw.flag() },
  };
}
