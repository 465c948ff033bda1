import { ShapeError } from "../base/errors.ts";
import { broadcastShapes, canBroadcast, formatShape, type Shape } from "../base/shape.ts";
import { matrixOf } from "../tensor/kernels/matmul.ts";
import { flag, type Attrs } from "./attrs.ts";
import type { Draw } from "./domain.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";

/** Whether either side of a matrix product is read with its last two dimensions swapped. */
export interface Transposes {
  readonly transpose_a?: boolean;
  readonly transpose_b?: boolean;
}

/** The attributes of {@link Transposes}. */
export const transposes: Attrs<Transposes> = {
  transpose_a: flag("whether x is read with its last two dimensions swapped"),
  transpose_b: flag("whether y is read with its last two dimensions swapped"),
};

/**
 * The shape of a matrix product.
 *
 * @throws ShapeError where there is none.
 */
export function productShape(op: string, x: Shape, y: Shape, attrs: Required<Transposes>): Shape {
  if (x.length === 0 || y.length === 0)
    throw new ShapeError(
      `${op}: expected matrices or vectors, got ${formatShape(x)} × ${formatShape(y)}; use multiply for scalars`,
    );
  if ((x.length === 1 && attrs.transpose_a) || (y.length === 1 && attrs.transpose_b))
    throw new ShapeError(`${op}: a vector cannot be read transposed, got ${formatShape(x)} × ${formatShape(y)}`);
  const [m, k] = x.length === 1 ? [1, x[0]!] : matrixOf(x, attrs.transpose_a);
  const [l, n] = y.length === 1 ? [y[0]!, 1] : matrixOf(y, attrs.transpose_b);
  if (k !== l) throw new ShapeError(`${op}: expected [m,k] × [k,n], got ${formatOperands(x, y, attrs)}`);
  return [...stackOf(op, x, y, attrs), ...(x.length === 1 ? [] : [m]), ...(y.length === 1 ? [] : [n])];
}

/** Σₖ xᵢₖ·yₖⱼ, the element of a product at an index. */
export function exactProduct<R>(
  real: RealArithmetic<R>,
  x: ExactTensor<R>,
  y: ExactTensor<R>,
  { transpose_a, transpose_b }: Required<Transposes>,
  shape: Shape,
): (index: Shape) => R {
  const rows = x.shape.length > 1;
  const columns = y.shape.length > 1;
  const inner = x.shape.at(rows && transpose_a ? -2 : -1)!;
  const stackRank = shape.length - Number(rows) - Number(columns);
  return (index) => {
    const stack = index.slice(0, stackRank);
    const [i, j] = [rows ? index[stackRank]! : 0, index.at(-1) ?? 0];
    const left = (k: number): Shape => (rows ? [...stack, ...(transpose_a ? [k, i] : [i, k])] : [k]);
    const right = (k: number): Shape => (columns ? [...stack, ...(transpose_b ? [j, k] : [k, j])] : [k]);
    return real.sum(Array.from({ length: inner }, (_, k) => real.mul(x.at(left(k)), y.at(right(k)))));
  };
}

/** Draws two stacks of matrices with `k` terms for each element of their product; one side may be a vector. */
export function sampleMatrices(
  draw: Draw,
  k: number,
  vectors: "none" | "left" | "right" = "none",
): { readonly shapes: readonly [Shape, Shape]; readonly attrs: Required<Transposes> } {
  const [m, n] = [draw.dimension(), draw.dimension()];
  const transpose_a = vectors !== "left" && draw.flag();
  const transpose_b = vectors !== "right" && draw.flag();
  const [left, right] = draw.flag() ? draw.broadcastable(2) : [[], []];
  const x = vectors === "left" ? [k] : [...left!.slice(-2), ...(transpose_a ? [k, m] : [m, k])];
  const y = vectors === "right" ? [k] : [...right!.slice(-2), ...(transpose_b ? [n, k] : [k, n])];
  return { shapes: [x, y], attrs: { transpose_a, transpose_b } };
}

/** What the leading dimensions broadcast to; nothing to do for two matrices. */
function stackOf(op: string, x: Shape, y: Shape, attrs: Required<Transposes>): Shape {
  if (x.length <= 2 && y.length <= 2) return [];
  const [p, q] = [x.slice(0, -2), y.slice(0, -2)];
  if (!canBroadcast(p, q))
    throw new ShapeError(
      `${op}: the stacks of ${formatOperands(x, y, attrs)} do not broadcast; dimensions must be equal or 1`,
    );
  return broadcastShapes(op, p, q);
}

function formatOperands(x: Shape, y: Shape, { transpose_a, transpose_b }: Required<Transposes>): string {
  const read = [transpose_a ? "transpose_a" : "", transpose_b ? "transpose_b" : ""].filter((flag) => flag !== "");
  return `${formatShape(x)} × ${formatShape(y)}${read.length === 0 ? "" : ` with ${read.join(" and ")}`}`;
}
