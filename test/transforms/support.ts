import { expect } from "vitest";
import { ulpDistance } from "../../src/base/ulp.ts";
import { Variable, type Tensor, type Value } from "../../src/index.ts";

/** The elements, row-major, for `toEqual`, which tells −0 from 0 and finds NaN equal to NaN. */
export function numbers(x: Value): number[] {
  return [...x.data];
}

/** A value that is known to be a variable, for `backward`. */
export function asVariable(x: Value): Variable {
  if (x instanceof Variable) return x;
  throw new Error("expected a variable");
}

/** Expects each element to lie within so many float64 steps of the wanted number. */
export function expectWithinUlps(got: Value, want: readonly number[], ulps: number): void {
  expect(got.data.length).toBe(want.length);
  const entries = want.map((w, i) => ({ i, got: got.data[i]!, want: w, ulps: ulpDistance(got.data[i]!, w) }));
  expect(entries.filter((entry) => !(entry.ulps <= ulps))).toEqual([]);
}

/** Expects the same shape and the same bits. */
export function expectSame(got: Tensor | Value, want: Tensor | Value): void {
  expect(got.shape).toEqual(want.shape);
  expect(numbers(got)).toEqual(numbers(want));
}

/** The one-hot tensors of a shape, in order. */
export function oneHots(shape: readonly number[], make: (data: number[]) => Tensor): Tensor[] {
  const size = shape.reduce((n, d) => n * d, 1);
  return Array.from({ length: size }, (_, i) => make(Array.from({ length: size }, (_, k) => (k === i ? 1 : 0))));
}
