import fc from "fast-check";
import { expect } from "vitest";
import { tensor, type Shape, type Tensor, type Value } from "../../src/index.ts";

/** Every run of a property draws the same cases. */
export const DRAWN = { seed: 3, numRuns: 200 } as const;

/** The numbers that float64 arithmetic has rules of its own for, and a few plain ones. */
export const SPECIAL: readonly number[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  0,
  -0,
  1,
  -1,
  0.5,
  -2.5,
  3,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.MIN_VALUE,
  2 ** -1022,
  1e-300,
  710,
  -745,
];

/** The indices of a shape's elements, in row-major order. */
export function indicesOf(shape: Shape): number[][] {
  return shape.reduce<number[][]>(
    (all, d) => all.flatMap((index) => Array.from({ length: d }, (_, i) => [...index, i])),
    [[]],
  );
}

/** The element at an index, found by plain arithmetic. */
export function elementAt(x: Value, index: readonly number[]): number {
  return x.data[index.reduce((at, i, d) => at * x.shape[d]! + i, 0)]!;
}

/** The element that broadcasting puts at an index: aligned at the end, dimensions of 1 stretched. */
export function broadcastAt(x: Value, index: readonly number[]): number {
  const own = index.slice(index.length - x.shape.length);
  return elementAt(
    x,
    own.map((i, d) => (x.shape[d] === 1 ? 0 : i)),
  );
}

/** A tensor of a shape, element by element. */
export function build(shape: Shape, element: (index: readonly number[]) => number): Tensor {
  return tensor({ shape, data: indicesOf(shape).map(element) });
}

/** Expects the same shape and the same numbers: −0 is not 0, NaN is NaN. */
export function expectTensor(got: Value, want: Value): void {
  expect({ shape: got.shape, data: [...got.data] }).toEqual({ shape: want.shape, data: [...want.data] });
}

/** Shapes of the given ranks, with dimensions from 0 (now and then) to 4. */
export function shapes(minRank: number, maxRank: number): fc.Arbitrary<number[]> {
  const dimension = fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 4 }) },
  );
  return fc.array(dimension, { minLength: minRank, maxLength: maxRank });
}

/** Tensors of a shape, with numbers of every kind. */
export function tensorsOf(shape: Shape, elements: fc.Arbitrary<number> = numbers()): fc.Arbitrary<Tensor> {
  const length = shape.reduce((n, d) => n * d, 1);
  return fc.array(elements, { minLength: length, maxLength: length }).map((data) => tensor({ shape, data }));
}

/** Numbers of a moderate size, most of them with all their digits, and some special ones. */
function numbers(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(...SPECIAL) },
  );
}

/** `count` shapes that broadcast together. */
export function broadcastable(count: number): fc.Arbitrary<number[][]> {
  return shapes(0, 4).chain((full) =>
    fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: full.length }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
        .map(([skipped, ones]) => full.slice(skipped).map((d, i) => (ones[i] === true ? 1 : d))),
      { minLength: count, maxLength: count },
    ),
  );
}

/** The shape that shapes broadcast to, dimension by dimension from the end. */
export function broadcastShape(all: readonly Shape[]): number[] {
  const rank = Math.max(...all.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, i) => {
    const dimensions = all.map((shape) => shape[i - rank + shape.length] ?? 1);
    return dimensions.find((d) => d !== 1) ?? 1;
  });
}
