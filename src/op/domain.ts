import type { Shape } from "../base/shape.ts";

/** Where an op breaks: points of an input, or ties among the elements that it compares. */
export interface Breaks {
  /** A kink is a jump of the derivative; at a jump the value jumps. */
  readonly kind: "kink" | "jump";
  /** The points, or the names of attributes that hold one (null for none); "-name" is the attribute's negative. */
  readonly at: readonly (number | string)[];
  /** Whether equal elements are such places, within one input or across all that say so. */
  readonly ties: boolean;
  /** Whether the points are a few of those at which it breaks: all that lie whole numbers from them. */
  readonly repeats: boolean;
}

/** Kinks at points, or where attributes of these names say. */
export function kinksAt(...at: readonly (number | string)[]): Breaks {
  return { kind: "kink", at, ties: false, repeats: false };
}

/** Jumps at points, or where attributes of these names say. */
export function jumpsAt(...at: readonly (number | string)[]): Breaks {
  return { kind: "jump", at, ties: false, repeats: false };
}

/** Kinks where elements tie. */
export const kinksAtTies: Breaks = { kind: "kink", at: [], ties: true, repeats: false };

/** Jumps where elements tie. */
export const jumpsAtTies: Breaks = { kind: "jump", at: [], ties: true, repeats: false };

/** Jumps at all whole numbers. */
export const jumpsAtWholes: Breaks = { kind: "jump", at: [-1, 0, 2], ties: false, repeats: true };

/** Jumps half-way between whole numbers. */
export const jumpsAtHalves: Breaks = { kind: "jump", at: [-1.5, 0.5, 2.5], ties: false, repeats: true };

/** The points at which an op with these attributes breaks; of those that repeat, a few. */
export function pointsOf(breaks: Breaks | null, attrs: object): readonly number[] {
  if (breaks === null) return [];
  const given = attrs as Readonly<Record<string, unknown>>;
  return breaks.at
    .map((point) => {
      if (typeof point === "number") return point;
      const value = given[point.replace("-", "")];
      return typeof value === "number" && point.startsWith("-") ? -value : value;
    })
    .filter((point) => typeof point === "number");
}

/** The points at which an op with these attributes breaks, of those that repeat the one nearest to x. */
export function pointsNear(breaks: Breaks | null, attrs: object, x: number): readonly number[] {
  const points = pointsOf(breaks, attrs);
  if (breaks?.repeats !== true) return points;
  return Number.isFinite(x) ? points.slice(0, 1).map((point) => point + Math.round(x - point)) : [];
}

/** The real interval that an input's elements are drawn from. */
export interface Reals {
  readonly low: number;
  readonly high: number;
  /** Where the op breaks, which elements keep away from unless a break is what a case is about. */
  readonly breaks: Breaks | null;
  /** Whether only whole numbers are drawn: indices, conditions. */
  readonly whole: boolean;
  /** Another interval for the elements whose last two indices are equal. */
  readonly diagonal?: { readonly low: number; readonly high: number };
  /** How much higher the interval lies at each next place along the last dimension, so that no two sums along others tie. */
  readonly rising?: number;
}

/** Numbers from `low` to `high`. */
export function reals(low: number, high: number, breaks: Breaks | null = null): Reals {
  return { low, high, breaks, whole: false };
}

/** Whole numbers from `low` to `high`. */
export function wholes(low: number, high: number): Reals {
  return { low, high, breaks: null, whole: true };
}

/** Matrices that are far from singular: each element of the diagonal is larger than the others of its row together. */
export function dominant(off: number, low: number, high: number): Reals {
  return { ...reals(-off, off), diagonal: { low, high } };
}

/** The interval of the element at a place, row-major. */
export function intervalAt(from: Reals, shape: Shape, place: number): { readonly low: number; readonly high: number } {
  const { low, high, diagonal, rising } = from;
  const columns = shape.at(-1) ?? 1;
  const column = place % columns;
  if (rising !== undefined) return { low: low + column * rising, high: high + column * rising };
  if (diagonal === undefined || shape.length < 2) return from;
  const row = Math.floor(place / columns) % (shape.at(-2) ?? 1);
  return row === column ? diagonal : from;
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

/** Two levels of an op's attribute space that no call can have together, each as `factor=level` (`*` for any level). */
export interface Excuse {
  readonly pair: readonly [string, string];
  readonly because: string;
}

/** What an op is sampled on. */
export interface Domain<A> {
  /** The interval of each input, by name. */
  readonly inputs: Readonly<Record<string, Reals>>;
  /** Draws shapes and attributes. */
  readonly sample: (draw: Draw) => Sample<A>;
  /** What samples never show together, and why; `npm run attributes` finds the others, and those that are not so. */
  readonly excused?: readonly Excuse[];
}
