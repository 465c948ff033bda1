import { ShapeError } from "../../base/errors.ts";
import { broadcastShapes, formatShape, type Shape } from "../../base/shape.ts";
import { fn } from "../../op/counterparts.ts";
import { dominant, reals } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import { byMatrix, exactSolution, sampleStack, squareOf, transposed } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";
import { solveInto, solveMagnitudes } from "../../tensor/kernels/lu.ts";
import { eachMatrix } from "../../tensor/kernels/stacks.ts";
import { Tensor } from "../../tensor/tensor.ts";

/**
 * The solution x of a·x = b for square matrices a `[…,n,n]` and b `[…,n,k]`, whose leading dimensions broadcast, or one
 * vector b `[n]` (then x is `[…,n]`). A singular a gives NaN, and so does
 * an infinite element.
 *
 * @throws ShapeError unless a is square and b has as many rows.
 * @example
 * ops.solve(tensor([[2, 0], [0, 4]]), tensor([2, 2])); // [1, 0.5]
 */
export const solve: Op<["a", "b"]> = primitive({
  name: "solve",
  inputs: ["a", "b"],
  formula: String.raw`\mathrm{out} = a^{-1} b`,
  domain: { a: dominant(0.4, 1, 2), b: reals(-2, 2) },
  sample: (draw) => {
    const [stack, n] = [sampleStack(draw), draw.dimension()];
    const own = draw.pick([stack, stack, []]);
    const other = draw.pick([stack, stack, []]);
    return {
      shapes:
        draw.integer(0, 2) === 0
          ? [[...stack, n, n], [n]]
          : [
              [...own, n, n],
              [...other, n, draw.dimension()],
            ],
      attrs: {},
    };
  },
  shape: ([a, b]) => {
    const { stack, n } = squareOf("solve", a!);
    if (b!.length === 0 || (b!.length === 1 ? b![0] : b!.at(-2)) !== n)
      throw new ShapeError(
        `solve: expected [n] or […,n,k] with n = ${String(n)} on the right, got ${formatShape(b!)}; reshape a stack of vectors to […,n,1]`,
      );
    return b!.length === 1 ? [...stack, n] : [...broadcastShapes("solve", stack, b!.slice(0, -2)), n, b!.at(-1)!];
  },
  // Cramer's rule
  exact: (real, [a, b], _attrs, shape) => {
    const vector = b!.shape.length === 1;
    const rank = shape.length - (vector ? 1 : 2);
    const matrices = byMatrix(a!, (matrix) => matrix);
    const solutions = new Map<string, ReturnType<typeof exactSolution<typeof zero>>>();
    const zero = real.real(0);
    return (index) => {
      const stack = index.slice(0, rank);
      const column = vector ? [] : index.slice(-1);
      const key = [...stack, ...column].join();
      const rowsOf = (i: number): Shape =>
        vector
          ? [i]
          : [
              ...b!.shape.slice(0, -2).map((d, k, lead) => (d === 1 ? 0 : stack[k + rank - lead.length]!)),
              i,
              ...column,
            ];
      const own = a!.shape.slice(0, -2).map((d, k, lead) => (d === 1 ? 0 : stack[k + rank - lead.length]!));
      const known =
        solutions.get(key) ??
        exactSolution(
          real,
          matrices(own),
          Array.from({ length: a!.shape.at(-1)! }, (_, i) => b!.at(rowsOf(i))),
        );
      solutions.set(key, known);
      return known[index[rank]!]!;
    };
  },
  kernel: ([a, b], _attrs, shape) => {
    const n = a!.shape.at(-1)!;
    const [right, whole] = b!.shape.length === 1 ? [asColumn(b!), [...shape, 1]] : [b!, shape];
    const out = eachMatrix([a!, right], whole.slice(0, -2), whole, (x, matrix, columns) =>
      solveInto(x, matrix, columns, n),
    );
    return new Tensor(shape, out.data, out.batch);
  },
  rounding: ([a, b], _attrs, out) => {
    const n = a!.shape.at(-1)!;
    const x = b!.shape.length === 1 ? new Tensor([...out.shape, 1], out.data, out.batch) : out;
    const magnitudes = eachMatrix([a!, x], x.shape.slice(0, -2), x.shape, (sizes, matrix, columns) => {
      sizes.set(solveMagnitudes(matrix, columns, n));
    });
    return { terms: 8 * n, magnitudes: new Tensor(out.shape, magnitudes.data, magnitudes.batch) };
  },
  vjp: {
    // Ā = −B̄·xᵀ
    a: (kit, { a, b, out }, g) => {
      const [gc, xc] = [columns(kit, b, g), columns(kit, b, out)];
      return kit.neg(kit.matmul(kit.solve(transposed(kit, a), gc), xc, { transpose_b: true }));
    },
    // B̄ = a⁻ᵀ·g
    b: (kit, { a, b }, g) => likeResult(kit, b, kit.solve(transposed(kit, a), columns(kit, b, g))),
  },
  jvp: {
    // −a⁻¹·(d·x)
    a: (kit, { a, b, out }, d) => likeResult(kit, b, kit.neg(kit.solve(a, kit.matmul(d, columns(kit, b, out))))),
    b: ({ solve: own }, { a }, d) => own(a, d),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js solves no linear equations" },
    torch: fn("torch.linalg.solve"),
    jax: fn("jnp.linalg.solve"),
  },
});

function asColumn(b: Tensor): Tensor {
  return new Tensor([...b.shape, 1], b.data, b.batch);
}

/** A value shaped as the result, as columns: with the dimension that a vector b leaves out. */
function columns<V>(kit: Kit<V>, b: V, x: V): V {
  return kit.shape(b).length === 1 ? kit.reshape(x, { shape: [...kit.shape(x), 1] }) : x;
}

/** Columns shaped as the result. */
function likeResult<V>(kit: Kit<V>, b: V, x: V): V {
  return kit.shape(b).length === 1 ? kit.reshape(x, { shape: kit.shape(x).slice(0, -1) }) : x;
}
