import { ShapeError } from "../base/errors.ts";
import { formatShape, normalizeAxes, normalizeAxis, reducedShape, type Shape } from "../base/shape.ts";
import { kinksAtTies, reals, type Draw, type Sample } from "./domain.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";
import { exactNorm, normOver } from "./norms.ts";

/** A norm of matrices that sums absolute values (1 and −1 those of columns, the others those of rows), or the root of squares. */
export type MatrixOrder = "fro" | 1 | -1 | "inf" | "-inf";

/** Which norm of matrices, and the axes of their rows and columns. */
export interface MatrixNorms<O extends MatrixOrder = MatrixOrder> {
  readonly ord: O;
  readonly axis: Shape;
  readonly keepdims: boolean;
}

/** The shape of the norms. */
export function shapeOfMatrixNorms(op: string, x: Shape, { ord, axis, keepdims }: MatrixNorms): Shape {
  if (x.length < 2 || axis.length !== 2)
    throw new ShapeError(
      `${op}: expected matrices and two axes of theirs, got shape ${formatShape(x)} and axes ${formatShape(axis)}`,
    );
  const axes = normalizeAxes(op, axis, x.length);
  if (ord !== "fro" && axes.some((d) => x[d] === 0))
    throw new ShapeError(
      `${op}: an extreme of nothing, got shape ${formatShape(x)} and axes ${formatShape(axis)}; only "fro" takes empty matrices`,
    );
  return reducedShape(x, axes, keepdims);
}

/** The norms: extremes of sums, the sums along one of the axes and the extremes along the other. */
export function matrixNormsOver<V>(kit: Kit<V>, x: V, { ord, axis, keepdims }: MatrixNorms): V {
  if (ord === "fro") return normOver(kit, x, 2, { axis, keepdims });
  const [along, across] = isOfColumns(ord) ? [axis[0]!, axis[1]!] : [axis[1]!, axis[0]!];
  const sums = kit.sum(kit.abs(x), { axis: along, keepdims: true });
  const extremes = normOver(kit, sums, isLargest(ord) ? "inf" : "-inf", { axis: across, keepdims: true });
  const shape = kit.shape(x);
  return kit.reshape(extremes, {
    shape: reducedShape(shape, normalizeAxes("norm", axis, shape.length), keepdims),
  });
}

/** The norms of real numbers. */
export function exactMatrixNorms<R>(
  real: RealArithmetic<R>,
  x: ExactTensor<R>,
  { ord, axis, keepdims }: MatrixNorms,
): (index: Shape) => R {
  const [rows, columns] = axis.map((d) => normalizeAxis("norm", d, x.shape.length)) as [number, number];
  const [along, across] = isOfColumns(ord) ? [rows, columns] : [columns, rows];
  const range = (d: number): number[] => Array.from({ length: x.shape[d]! }, (_, i) => i);
  return (index) => {
    const whole = keepdims
      ? index
      : [rows, columns].toSorted((a, b) => a - b).reduce<Shape>((i, d) => i.toSpliced(d, 0, 0), index);
    const lines = range(across).map((j) => range(along).map((i) => x.at(whole.with(across, j).with(along, i))));
    if (ord === "fro") return exactNorm(real, lines.flat(), 2);
    const sums = lines.map((line) => exactNorm(real, line, 1));
    return exactNorm(real, sums, isLargest(ord) ? "inf" : "-inf");
  };
}

/**
 * Draws matrices with their axes anywhere. Extremes are taken of one sum alone, or of sums that rise: sums of different
 * elements may tie, which no domain declares.
 */
export function sampleMatrixNorms<O extends MatrixOrder>(draw: Draw, ord: O): Sample<MatrixNorms<O>> {
  const shape = draw.shape(2, 4);
  const rank = shape.length;
  const keepdims = draw.flag();
  const signed = (d: number): number => (draw.flag() ? d : d - rank);
  // Where two sums tie there is a kink: several lie along the last axis, and rise there; or there is one.
  const several = draw.flag();
  const across = several ? rank - 1 : draw.integer(0, rank - 1);
  const along = several ? draw.integer(0, rank - 2) : (across + draw.integer(1, rank - 1)) % rank;
  const [rows, columns] = isOfColumns(ord) ? [along, across] : [across, along];
  const attrs = { ord, axis: [signed(rows), signed(columns)], keepdims };
  if (ord === "fro") return { shapes: [shape], attrs };
  const some = shape.with(along, Math.max(1, shape[along]!));
  return several
    ? {
        shapes: [some.with(across, Math.max(1, some[across]!))],
        attrs,
        inputs: { x: { ...reals(0.25, 1, kinksAtTies), rising: 4 } },
      }
    : { shapes: [some.with(across, 1)], attrs };
}

function isOfColumns(ord: MatrixOrder): boolean {
  return ord === 1 || ord === -1;
}

function isLargest(ord: MatrixOrder): boolean {
  return ord === 1 || ord === "inf";
}
