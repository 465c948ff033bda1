import { ShapeError } from "./errors.ts";

/** The dimensions of a tensor, outermost first; `[]` is a scalar, and a dimension may be 0. */
export type Shape = readonly number[];

/** The number of elements of a shape: the product of its dimensions, 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const dimension of shape) size *= dimension;
  return size;
}

/** Whether two shapes are equal, dimension by dimension. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A shape as error messages print it: `[2,3]`. */
export function formatShape(shape: Shape): string {
  return `[${shape.join(",")}]`;
}

/** Throws unless every dimension is a non-negative safe integer. */
export function checkShape(where: string, shape: Shape): void {
  if (!Array.isArray(shape))
    throw new ShapeError(`${where}: a shape is a list of whole numbers that are 0 or more, got ${String(shape)}`);
  for (const dimension of shape) {
    if (!Number.isSafeInteger(dimension) || dimension < 0)
      throw new ShapeError(
        `${where}: a shape is a list of whole numbers that are 0 or more, got ${formatShape(shape)}`,
      );
  }
}

/**
 * The shape that two shapes broadcast to, by the rule of NumPy and the array API: aligned at the end, a dimension of
 * 1 stretches.
 *
 * @throws ShapeError naming `where` and both shapes when they do not fit.
 */
export function broadcastShapes(where: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b) || b.length === 0) return a;
  if (a.length === 0) return b;
  const rank = Math.max(a.length, b.length);
  const out: number[] = [];
  for (let i = 0; i < rank; i++) {
    const m = a[i - rank + a.length] ?? 1;
    const n = b[i - rank + b.length] ?? 1;
    if (m !== n && m !== 1 && n !== 1)
      throw new ShapeError(
        `${where}: shapes ${formatShape(a)} and ${formatShape(b)} do not broadcast (dimension ${String(i)} is ${String(m)} against ${String(n)}; they must be equal or 1)`,
      );
    out.push(m === 1 ? n : m);
  }
  return out;
}

/** Whether two shapes broadcast together: aligned at the end, their dimensions are equal or 1. */
export function canBroadcast(a: Shape, b: Shape): boolean {
  for (let i = 1; i <= Math.min(a.length, b.length); i++) {
    const [m, n] = [a[a.length - i]!, b[b.length - i]!];
    if (m !== n && m !== 1 && n !== 1) return false;
  }
  return true;
}

/** Whether `from` broadcasts to exactly `to`. */
export function broadcastsTo(from: Shape, to: Shape): boolean {
  const offset = to.length - from.length;
  return offset >= 0 && from.every((d, i) => d === 1 || d === to[i + offset]);
}

/**
 * An axis counted from the front; a negative one counts from the end.
 *
 * @throws ShapeError when the axis is outside the rank.
 */
export function normalizeAxis(where: string, axis: number, rank: number): number {
  const normal = axis < 0 ? axis + rank : axis;
  if (!(normal >= 0 && normal < rank))
    throw new ShapeError(
      `${where}: axis ${String(axis)} is outside a tensor of rank ${String(rank)}` +
        (rank === 0 ? " (a scalar has no axes)" : `; valid: ${String(-rank)} to ${String(rank - 1)}`),
    );
  return normal;
}

/**
 * Axes counted from the front, ascending. `null` means all of them.
 *
 * @throws ShapeError when an axis is outside the rank or named twice.
 */
export function normalizeAxes(where: string, axes: number | Shape | null, rank: number): Shape {
  if (axes === null) {
    const all: number[] = [];
    for (let i = 0; i < rank; i++) all.push(i);
    return all;
  }
  const list = (typeof axes === "number" ? [axes] : axes).map((axis) => normalizeAxis(where, axis, rank));
  if (new Set(list).size !== list.length)
    throw new ShapeError(`${where}: axis named twice in ${formatShape(typeof axes === "number" ? [axes] : axes)}`);
  return list.toSorted((a, b) => a - b);
}

/** The shape with `axes` (normalized) reduced: to 1 when `keepdims`, else left out. */
export function reducedShape(shape: Shape, axes: Shape, keepdims: boolean): Shape {
  return keepdims ? shape.map((d, i) => (axes.includes(i) ? 1 : d)) : shape.filter((_, i) => !axes.includes(i));
}

/** Row-major strides, in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides: number[] = Array.from({ length: shape.length }, () => 1);
  for (let i = shape.length - 2; i >= 0; i--) strides[i] = (strides[i + 1] ?? 1) * (shape[i + 1] ?? 1);
  return strides;
}

/** The index of an element, one number a dimension, from its place in row-major order. */
export function indexAt(place: number, shape: Shape): number[] {
  const index = shape.map(() => 0);
  let rest = place;
  for (let d = shape.length - 1; d >= 0; d--) {
    index[d] = rest % shape[d]!;
    rest = Math.floor(rest / shape[d]!);
  }
  return index;
}

/** The place in row-major order of the element at an index. */
export function placeAt(index: Shape, shape: Shape): number {
  return index.reduce((place, i, d) => place * shape[d]! + i, 0);
}

/** Every index of a shape, row-major. */
export function indicesOf(shape: Shape): Shape[] {
  return Array.from({ length: sizeOf(shape) }, (_, place) => indexAt(place, shape));
}
