import type { ExactTensor, RealArithmetic } from "./exact.ts";
import { sizeOf, type Shape } from "../base/shape.ts";
import { alongAxis } from "./axis.ts";

/** Along which axis elements are put in order, and which come first. */
export interface Order {
  readonly axis?: number;
  readonly descending?: boolean;
}

/** How two numbers stand in ascending order: NaN is larger than all others. */
function ascending(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The indices of a line of numbers in order; of equal ones the first comes first. */
function orderOf(line: ArrayLike<number>, descending: boolean): number[] {
  const indices = Array.from({ length: line.length }, (_, i) => i);
  return indices.toSorted((i, j) => (descending ? ascending(line[j]!, line[i]!) : ascending(line[i]!, line[j]!)));
}

/**
 * The places of the first `count` elements, in order, of each line of x along an axis.
 *
 * @param elements of x, row-major.
 */
export function orderedPlaces(
  x: Shape,
  at: number,
  count: number,
  descending: boolean,
  elements: Float64Array,
): Int32Array {
  const [length, inner] = [x[at]!, sizeOf(x.slice(at + 1))];
  const places = new Int32Array(sizeOf(x.with(at, count)));
  for (let line = 0; line < sizeOf(x.toSpliced(at, 1)); line++) {
    const first = Math.floor(line / inner) * length * inner + (line % inner);
    const to = Math.floor(line / inner) * count * inner + (line % inner);
    const order = orderOf(
      Array.from({ length }, (_, i) => elements[first + i * inner]!),
      descending,
    );
    for (let i = 0; i < count; i++) places[to + i * inner] = first + order[i]! * inner;
  }
  return places;
}

/** For an index, the elements of x along an axis through it with their indices, in order. */
export function exactOrder<R>(
  op: string,
  real: RealArithmetic<R>,
  x: ExactTensor<R>,
  { axis, descending }: Required<Order>,
): (index: Shape) => readonly (readonly [number, R])[] {
  // NaN is all that does not equal itself.
  const isNaN = (a: R): number => (Number.isNaN(real.compare(a, a)) ? 1 : 0);
  const compared = (a: R, b: R): number => (isNaN(a) + isNaN(b) > 0 ? isNaN(a) - isNaN(b) : real.compare(a, b));
  return alongAxis(op, x, axis, (line) =>
    line
      .map((element, i) => [i, element] as const)
      .toSorted(([, a], [, b]) => (descending ? compared(b, a) : compared(a, b))),
  );
}
