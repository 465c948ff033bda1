import type { Shape } from "../base/shape.ts";

/** The real interval that an input's elements are drawn from. */
export interface Reals {
  readonly low: number;
  readonly high: number;
  /** Points that elements keep away from: kinks, and singularities inside the interval. */
  readonly avoid: readonly number[];
  /** Whether elements of one tensor keep apart from each other, as where ties are kinks. */
  readonly distinct: boolean;
  /** Whether only whole numbers are drawn: indices, conditions. */
  readonly whole: boolean;
}

/** Numbers from `low` to `high`. */
export function reals(low: number, high: number, avoid: readonly number[] = []): Reals {
  return { low, high, avoid, distinct: false, whole: false };
}

/** Numbers from `low` to `high`, no two of them close: for ops that have a kink at ties. */
export function distinctReals(low: number, high: number): Reals {
  return { low, high, avoid: [], distinct: true, whole: false };
}

/** Whole numbers from `low` to `high`. */
export function wholes(low: number, high: number): Reals {
  return { low, high, avoid: [], distinct: false, whole: true };
}

/** Makes the choices of a sample; all of them come from one seed and can be shrunk. */
export interface Draw {
  /** A whole number from `low` to `high`. */
  integer(low: number, high: number): number;
  /** One of the values. */
  pick<T>(values: readonly T[]): T;
  /** True or false. */
  flag(): boolean;
  /** The length of a dimension: 1 to 3, rarely 0. */
  dimension(): number;
  /** A shape of `minRank` to `maxRank` dimensions. */
  shape(minRank: number, maxRank: number): Shape;
  /** `count` shapes that broadcast together. */
  broadcastable(count: number): readonly Shape[];
}

/** One way to call an op: its inputs' shapes and its attributes. */
export interface Sample<A> {
  readonly shapes: readonly Shape[];
  readonly attrs: A;
  /** Intervals that depend on the choices made, by input name; they replace the domain's. */
  readonly inputs?: Readonly<Record<string, Reals>>;
}

/** What an op is sampled on. */
export interface Domain<A> {
  /** The interval of each input, by name. */
  readonly inputs: Readonly<Record<string, Reals>>;
  /** Draws shapes and attributes. */
  readonly sample: (draw: Draw) => Sample<A>;
}
