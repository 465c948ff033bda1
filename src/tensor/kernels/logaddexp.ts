import { asPair, plusPair, timesExp, timesPair, twoSum, type Pair } from "./double-double.ts";
import { expm1Pair, expPair, LN_TWO } from "./double-functions.ts";

/** The base of the powers that are added: e, or 2. */
type Base = "e" | "2";

/** Where the smaller power is too small for double-double arithmetic. */
const TINY = -600;

/** log(bˣ + bʸ) in base b; with twice the digits where the larger exponent and what the other adds to it cancel. */
export function logaddexp(x: number, y: number, base: Base): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const [high, low] = x >= y ? [x, y] : [y, x];
  if (high === Infinity || low === -Infinity) return high;
  const unit = base === "e" ? 1 : Math.LN2;
  const added = Math.log1p(power(twoSum(low, -high), base)) / unit;
  const value = high + added;
  if (Math.abs(value) > added / 2 || low < TINY) return value;
  const beyondOne = plusPair(expm1Pair(natural(high, base)), expPair(natural(low, base)));
  return Math.log1p(beyondOne.hi) / unit;
}

/** The slope of log(bˣ + bʸ) along x, 1 / (1 + b^(y − x)), for which y − x is not rounded. */
export function logaddexpSlope(x: number, y: number, base: Base): number {
  if (x === y) return 0.5;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const smaller = power(x < y ? twoSum(x, -y) : twoSum(y, -x), base);
  return x < y ? smaller / (1 + smaller) : 1 / (1 + smaller);
}

/** bˣ for x ≤ 0. */
function power({ hi, lo }: Pair, base: Base): number {
  if (base === "e") return timesExp(1, hi, lo);
  return hi < -1100 ? 0 : 2 ** hi * (1 + lo * Math.LN2);
}

/** The exponent of the same power of e. */
function natural(x: number, base: Base): Pair {
  return base === "e" ? asPair(x) : timesPair(LN_TWO, asPair(x));
}
