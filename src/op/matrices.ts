import { ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import type { Draw } from "./domain.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";

/** A matrix of reals, by rows. */
export type ExactMatrix<R> = readonly (readonly R[])[];

/**
 * The stack of square matrices that a shape is, and their size.
 *
 * @throws ShapeError for any other shape.
 */
export function squareOf(op: string, shape: Shape): { readonly stack: Shape; readonly n: number } {
  const { stack, m, n } = matrixOf(op, shape);
  if (m !== n) throw new ShapeError(`${op}: expected square matrices […,n,n], got ${formatShape(shape)}`);
  return { stack, n };
}

/**
 * The stack of matrices that a shape is, and their size.
 *
 * @throws ShapeError for a scalar or a vector.
 */
export function matrixOf(op: string, shape: Shape): { readonly stack: Shape; readonly m: number; readonly n: number } {
  if (shape.length < 2)
    throw new ShapeError(`${op}: expected matrices […,m,n], got ${formatShape(shape)}; reshape it first`);
  return { stack: shape.slice(0, -2), m: shape.at(-2)!, n: shape.at(-1)! };
}

/** Draws a stack of matrices' leading dimensions: mostly none. */
export function sampleStack(draw: Draw): Shape {
  return draw.pick([[2, 2], [1, 2], [draw.dimension()], [2], [], []]);
}

/** Draws a stack of square matrices, mostly one alone. */
export function sampleSquare(draw: Draw): Shape {
  const n = draw.dimension();
  const stack = sampleStack(draw);
  const own = stack.length === 2 ? Math.min(n, 2) : n;
  return [...stack, own, own];
}

/** Each matrix with rows and columns swapped. */
export function transposed<V>(kit: Kit<V>, x: V): V {
  const axes = kit.shape(x).map((_, i) => i);
  return kit.permute_dims(x, { axes: [...axes.slice(0, -2), axes.length - 1, axes.length - 2] });
}

/** The elements of each matrix that `keep` chooses by row and column, and zeros. */
export function part<V>(kit: Kit<V>, x: V, keep: (row: number, column: number) => boolean): V {
  const shape = kit.shape(x);
  const [rows, columns] = [shape.at(-2)!, shape.at(-1)!];
  const size = shape.reduce((total, d) => total * d, 1);
  const places = Int32Array.from({ length: size }, (_, place) =>
    keep(Math.floor(place / columns) % rows, place % columns) ? place : -1,
  );
  return kit.gather_places(x, { places, shape });
}

/** The triangle of each matrix below its diagonal, which counts in unless `strict`. */
export function lowerPart<V>(kit: Kit<V>, x: V, strict: boolean = false): V {
  return part(kit, x, (row, column) => (strict ? column < row : column <= row));
}

/** Identity matrices in a stack of x's shape, whose derivative along x is zero. */
export function identityLike<V>(kit: Kit<V>, x: V): V {
  const shape = kit.shape(x);
  const none = kit.gather_places(x, { places: Int32Array.of(-1), shape: [1] });
  return part(kit, kit.broadcast_to(kit.add(none, 1), { shape }), (row, column) => row === column);
}

/** The inverse of each matrix, x⁻¹ = s·(s·x)⁻¹: at the scale of 1, so that the products of its derivatives do not overflow on the way. */
export function inverse<V>(kit: Kit<V>, x: V): V {
  const scale = kit.unit_scale(x);
  return kit.mul(scale, kit.solve(kit.mul(scale, x), identityLike(kit, x)));
}

/** What a definition takes from a matrix of a stack; asked for once a matrix. `index` may be longer than the stack's. */
export function byMatrix<R, T>(x: ExactTensor<R>, take: (matrix: ExactMatrix<R>) => T): (index: Shape) => T {
  const rank = x.shape.length - 2;
  const kept = new Map<string, T>();
  return (index) => {
    const stack = index.slice(0, rank);
    const key = stack.join();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = take(exactMatrix(x, stack));
    kept.set(key, made);
    return made;
  };
}

/** The matrix of a stack at the index `stack`, of which a broadcast operand has only the last ones or 1. */
export function exactMatrix<R>(x: ExactTensor<R>, stack: Shape): ExactMatrix<R> {
  const own = x.shape.slice(0, -2).map((d, i, lead) => (d === 1 ? 0 : stack[i + stack.length - lead.length]!));
  return Array.from({ length: x.shape.at(-2)! }, (_, i) =>
    Array.from({ length: x.shape.at(-1)! }, (_, j) => x.at([...own, i, j])),
  );
}

/** The determinant; NaN where an element is infinite. */
export function exactDeterminant<R>(real: RealArithmetic<R>, a: ExactMatrix<R>): R {
  return isFinite(real, a.flat()) ? expanded(real, a) : real.real(Number.NaN);
}

/** Whether no element is infinite or NaN. */
export function isFinite<R>(real: RealArithmetic<R>, elements: readonly R[]): boolean {
  return elements.every((x) => real.compare(real.abs(x), Infinity) < 0);
}

/** The determinant by expansion along the first row. */
function expanded<R>(real: RealArithmetic<R>, a: ExactMatrix<R>): R {
  if (a.length === 0) return real.real(1);
  return real.sum(
    a[0]!.map((element, j) => {
      const minor = a.slice(1).map((row) => row.toSpliced(j, 1));
      const term = real.mul(element, expanded(real, minor));
      return j % 2 === 0 ? term : real.neg(term);
    }),
  );
}

/** The solution of a·x = b for one right-hand side by Cramer's rule; NaN where a is singular or an element infinite. */
export function exactSolution<R>(real: RealArithmetic<R>, a: ExactMatrix<R>, b: readonly R[]): readonly R[] {
  if (!isFinite(real, [...a.flat(), ...b])) return b.map(() => real.real(Number.NaN));
  const whole = expanded(real, a);
  if (real.compare(whole, 0) === 0) return b.map(() => real.real(Number.NaN));
  return b.map((_, j) =>
    real.div(
      expanded(
        real,
        a.map((row, i) => row.with(j, b[i]!)),
      ),
      whole,
    ),
  );
}
