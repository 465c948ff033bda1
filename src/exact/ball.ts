import type { Decimal } from "decimal.js";
import type { RealArithmetic } from "../op/exact.ts";

/**
 * A real number as far as it is known: it lies within 10^`radius` of `mid`. A radius of −∞ says that `mid` is the number
 * itself. NaN and infinities have that radius.
 */
export class Ball {
  readonly mid: Decimal;
  /** The common logarithm of the largest possible error. */
  readonly radius: number;
  /** The moves of inputs that it depends on, a bit each. What a move does not reach has a difference of zero along it. */
  readonly moved: number;

  constructor(mid: Decimal, radius: number, moved: number) {
    this.mid = mid;
    this.radius = radius;
    this.moved = moved;
  }
}

/** An answer that more digits would give: a comparison, or a quotient, whose operands are not known well enough. */
export class UndecidedError extends Error {
  override readonly name = "UndecidedError";
}

/** The common logarithm of |x|, to about 10 digits; −∞ for 0. */
export function magnitude(x: Decimal): number {
  if (x.isZero()) return -Infinity;
  // Decimals hold seven digits a word, the first one without leading zeros.
  const [first, second = 0] = x.d;
  const lead = first! + second / 1e7;
  return Math.log10(lead) + x.e - (String(first).length - 1);
}

/** log₁₀(10^a + 10^b) for bounds: never less. */
export function addRadii(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a];
  if (low === -Infinity) return high;
  return high + Math.log10(1 + 10 ** (low - high)) + 1e-12;
}

/** Real arithmetic in balls, as functions that are built on it see it. */
export interface BallArithmetic extends RealArithmetic<Ball> {
  /** The digits that results are rounded to. */
  readonly digits: number;
  /** The same with another number of digits. */
  readonly withDigits: (digits: number) => BallArithmetic;
  /** A result of which nothing is known; on the last try it is said to be undefined. */
  readonly unknown: (moved: number) => Ball;
}
