import { ShapeError } from "../../base/errors.ts";
import { broadcastShapes, canBroadcast, formatShape, type Shape } from "../../base/shape.ts";
import { flag } from "../../op/attrs.ts";
import { reals, type Draw, type Sample } from "../../op/domain.ts";
import { bilinear } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { matmul as matmulKernel, matrixOf } from "../../tensor/kernels/matmul.ts";
import { Tensor } from "../../tensor/tensor.ts";

/** Whether either side is read with its last two dimensions swapped. */
export interface Transposes {
  readonly transpose_a?: boolean;
  readonly transpose_b?: boolean;
}

/**
 * The matrix product `[…,m,k] × […,k,n] → […,m,n]` of stacks of matrices, whose leading dimensions broadcast.
 *
 * A vector on the left counts as one row, on the right as one column, and that dimension is left out of the result.
 * `transpose_a` and `transpose_b` read a side with its last two dimensions swapped.
 *
 * @throws ShapeError when the inner dimensions differ, or a side is a scalar.
 * @example
 * ops.matmul(tensor([[1, 2]]), tensor([[3], [4]])); // [[11]]
 */
export const matmul: Op<["x", "y"], Transposes> = bilinear({
  name: "matmul",
  inputs: ["x", "y"],
  attrs: {
    transpose_a: flag("whether x is read with its last two dimensions swapped"),
    transpose_b: flag("whether y is read with its last two dimensions swapped"),
  },
  domain: { x: reals(-2, 2), y: reals(-2, 2) },
  sample,
  shape: ([x, y], attrs) => {
    const { stack, m, n } = plan(x!, y!, attrs);
    return [...stack, ...(x!.length === 1 ? [] : [m]), ...(y!.length === 1 ? [] : [n])];
  },
  // Σₖ xᵢₖ·yₖⱼ
  exact: (real, [x, y], { transpose_a, transpose_b }, shape) => {
    const rows = x!.shape.length > 1;
    const columns = y!.shape.length > 1;
    const inner = x!.shape.at(rows && transpose_a ? -2 : -1)!;
    const stackRank = shape.length - Number(rows) - Number(columns);
    return (index) => {
      const stack = index.slice(0, stackRank);
      const [i, j] = [rows ? index[stackRank]! : 0, index.at(-1) ?? 0];
      const left = (k: number): Shape => (rows ? [...stack, ...(transpose_a ? [k, i] : [i, k])] : [k]);
      const right = (k: number): Shape => (columns ? [...stack, ...(transpose_b ? [j, k] : [k, j])] : [k]);
      return real.sum(Array.from({ length: inner }, (_, k) => real.mul(x!.at(left(k)), y!.at(right(k)))));
    };
  },
  kernel: ([x, y], { transpose_a, transpose_b }, shape) => {
    const out = matmulKernel(
      x!.shape.length === 1 ? new Tensor([1, ...x!.shape], x!.data, x!.batch) : x!,
      y!.shape.length === 1 ? new Tensor([...y!.shape, 1], y!.data, y!.batch) : y!,
      transpose_a,
      transpose_b,
    );
    return new Tensor(shape, out.data, out.batch);
  },
  rounding: ([x], { transpose_a }) => ({ terms: x!.shape.at(transpose_a ? -2 : -1)! }),
  transposes: {
    // X̄ = Ḡ·op(Y)ᵀ, or op(Y)·Ḡᵀ where X is read transposed.
    x: (kit, { x, y }, g, { transpose_a, transpose_b }) => {
      const [gm, ym] = [gradientMatrix(kit, x, y, g), asColumns(kit, y)];
      const out = transpose_a
        ? kit.matmul(ym, gm, { transpose_a: transpose_b, transpose_b: true })
        : kit.matmul(gm, ym, { transpose_b: !transpose_b });
      return kit.shape(x).length === 1 ? dropDimension(kit, out, -2) : out;
    },
    // Ȳ = op(X)ᵀ·Ḡ, or Ḡᵀ·op(X) where Y is read transposed.
    y: (kit, { x, y }, g, { transpose_a, transpose_b }) => {
      const [gm, xm] = [gradientMatrix(kit, x, y, g), asRows(kit, x)];
      const out = transpose_b
        ? kit.matmul(gm, xm, { transpose_a: true, transpose_b: transpose_a })
        : kit.matmul(xm, gm, { transpose_a: !transpose_a });
      return kit.shape(y).length === 1 ? dropDimension(kit, out, -1) : out;
    },
  },
  counterparts: {
    tfjs: (call, { inputs: [x, y], shapes: [p, q], shape }, { transpose_a, transpose_b }) => {
      if (p!.length > 1 && q!.length > 1) return call("matMul", x, y, transpose_a, transpose_b);
      const left = p!.length === 1 ? call("reshape", x, [1, ...p!]) : x;
      const right = q!.length === 1 ? call("reshape", y, [...q!, 1]) : y;
      return call("reshape", call("matMul", left, right, transpose_a, transpose_b), shape);
    },
    torch: (call, { inputs: [x, y] }, { transpose_a, transpose_b }) =>
      call(
        "torch.matmul",
        transpose_a ? call("torch.transpose", x, -1, -2) : x,
        transpose_b ? call("torch.transpose", y, -1, -2) : y,
      ),
    jax: (call, { inputs: [x, y] }, { transpose_a, transpose_b }) =>
      call(
        "jnp.matmul",
        transpose_a ? call("jnp.swapaxes", x, -1, -2) : x,
        transpose_b ? call("jnp.swapaxes", y, -1, -2) : y,
      ),
  },
});

/** The dimensions of a product; throws where there is none. */
function plan(x: Shape, y: Shape, attrs: Required<Transposes>): { stack: Shape; m: number; n: number } {
  if (x.length === 0 || y.length === 0)
    throw new ShapeError(
      `matmul: expected matrices or vectors, got ${formatShape(x)} × ${formatShape(y)}; use multiply for scalars`,
    );
  if ((x.length === 1 && attrs.transpose_a) || (y.length === 1 && attrs.transpose_b))
    throw new ShapeError(`matmul: a vector cannot be read transposed, got ${formatShape(x)} × ${formatShape(y)}`);
  const [m, k] = x.length === 1 ? [1, x[0]!] : matrixOf(x, attrs.transpose_a);
  const [l, n] = y.length === 1 ? [y[0]!, 1] : matrixOf(y, attrs.transpose_b);
  if (k !== l) throw new ShapeError(`matmul: expected [m,k] × [k,n], got ${formatOperands(x, y, attrs)}`);
  return { stack: stackOf(x, y, attrs), m, n };
}

/** What the leading dimensions broadcast to; nothing to do for two matrices. */
function stackOf(x: Shape, y: Shape, attrs: Required<Transposes>): Shape {
  if (x.length <= 2 && y.length <= 2) return [];
  const [p, q] = [x.slice(0, -2), y.slice(0, -2)];
  if (!canBroadcast(p, q))
    throw new ShapeError(
      `matmul: the stacks of ${formatOperands(x, y, attrs)} do not broadcast; dimensions must be equal or 1`,
    );
  return broadcastShapes("matmul", p, q);
}

function formatOperands(x: Shape, y: Shape, { transpose_a, transpose_b }: Required<Transposes>): string {
  const read = [transpose_a ? "transpose_a" : "", transpose_b ? "transpose_b" : ""].filter((flag) => flag !== "");
  return `${formatShape(x)} × ${formatShape(y)}${read.length === 0 ? "" : ` with ${read.join(" and ")}`}`;
}

function asRows<V>(kit: Kit<V>, x: V): V {
  const shape = kit.shape(x);
  return shape.length === 1 ? kit.reshape(x, { shape: [1, ...shape] }) : x;
}

function asColumns<V>(kit: Kit<V>, y: V): V {
  const shape = kit.shape(y);
  return shape.length === 1 ? kit.reshape(y, { shape: [...shape, 1] }) : y;
}

/** The cotangent with the dimensions put back that vectors left out. */
function gradientMatrix<V>(kit: Kit<V>, x: V, y: V, g: V): V {
  const shape = [...kit.shape(g)];
  if (kit.shape(y).length === 1) shape.push(1);
  if (kit.shape(x).length === 1) shape.splice(-1, 0, 1);
  return kit.reshape(g, { shape });
}

/** Without the dimension at `place` (−1 the last, −2 the one before), which is 1. */
function dropDimension<V>(kit: Kit<V>, x: V, place: -1 | -2): V {
  return kit.reshape(x, { shape: kit.shape(x).toSpliced(place, 1) });
}

function sample(draw: Draw): Sample<Transposes> {
  const [m, k, n] = [draw.dimension(), draw.dimension(), draw.dimension()];
  const vectors = draw.pick(["none", "none", "left", "right"] as const);
  const transpose_a = vectors !== "left" && draw.flag();
  const transpose_b = vectors !== "right" && draw.flag();
  const [left, right] = draw.flag() ? draw.broadcastable(2) : [[], []];
  const x = vectors === "left" ? [k] : [...left!.slice(-2), ...(transpose_a ? [k, m] : [m, k])];
  const y = vectors === "right" ? [k] : [...right!.slice(-2), ...(transpose_b ? [n, k] : [k, n])];
  return { shapes: [x, y], attrs: { transpose_a, transpose_b } };
}
