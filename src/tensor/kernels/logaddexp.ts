import { asPair, plusPair, timesExp, twoSum } from "./double-double.ts";
import { expm1Pair, expPair } from "./double-functions.ts";

/** Where the smaller power is too small for double-double arithmetic. */
const TINY = -600;

/** ln(eˣ + eʸ), with twice the digits where the larger exponent and what the other adds to it cancel. */
export function logaddexp(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const [high, low] = x >= y ? [x, y] : [y, x];
  if (high === Infinity || low === -Infinity) return high;
  const added = Math.log1p(powerBelow(high, low));
  const value = high + added;
  if (Math.abs(value) > added / 2 || low < TINY) return value;
  return Math.log1p(plusPair(expm1Pair(asPair(high)), expPair(asPair(low))).hi);
}

/** The slope of ln(eˣ + eʸ) along x, 1 / (1 + e^(y − x)), for which y − x is not rounded. */
export function logaddexpSlope(x: number, y: number): number {
  if (x === y) return 0.5;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const smaller = x < y ? powerBelow(y, x) : powerBelow(x, y);
  return x < y ? smaller / (1 + smaller) : 1 / (1 + smaller);
}

/** e^(low − high), of which the exponent is at most 0. */
function powerBelow(high: number, low: number): number {
  const { hi, lo } = twoSum(low, -high);
  return timesExp(1, hi, lo);
}
