/** A number as the sum of two, the second one no more than half of a last digit of the first. */
export interface Pair {
  readonly hi: number;
  readonly lo: number;
}

/** 2²⁷ + 1 splits a number in two halves of 26 bits (T. J. Dekker, 1971). */
const SPLITTER = 2 ** 27 + 1;

/** x·y without rounding, for products that neither overflow nor underflow. */
export function twoProduct(x: number, y: number): Pair {
  const hi = x * y;
  const a = SPLITTER * x;
  const b = SPLITTER * y;
  const [xHigh, yHigh] = [a - (a - x), b - (b - y)];
  const [xLow, yLow] = [x - xHigh, y - yHigh];
  return { hi, lo: xLow * yLow - (hi - xHigh * yHigh - xLow * yHigh - xHigh * yLow) };
}

/** x + y without rounding (D. E. Knuth, The Art of Computer Programming, 4.2.2). */
export function twoSum(x: number, y: number): Pair {
  const hi = x + y;
  const back = hi - x;
  return { hi, lo: x - (hi - back) + (y - back) };
}

/** x·y to some 104 bits. */
export function timesPair(x: Pair, y: Pair): Pair {
  const { hi, lo } = twoProduct(x.hi, y.hi);
  return twoSum(hi, lo + (x.hi * y.lo + x.lo * y.hi));
}

/** x + y to some 104 bits, of numbers of one sign. */
export function plusPair(x: Pair, y: Pair): Pair {
  const { hi, lo } = twoSum(x.hi, y.hi);
  return twoSum(hi, lo + (x.lo + y.lo));
}

/** Where exponentials are computed in two halves, so that a product with one keeps its digits. */
const NEAR_UNDERFLOW = -700;
/** Where they are 0, whatever they are multiplied by. */
const UNDERFLOW = -1500;

/** by·e^(x + lost) for a `lost` that is tiny; the product may be normal where the exponential is not. */
export function timesExp(by: number, x: number, lost: number = 0): number {
  if (x < UNDERFLOW) return by < 0 ? -0 : 0;
  if (x > NEAR_UNDERFLOW) return by * (1 + lost) * Math.exp(x);
  const half = Math.exp(x / 2);
  return by * (1 + lost) * half * half;
}

/** x/y to some 100 bits. */
export function overPair(x: Pair, y: Pair): Pair {
  const first = x.hi / y.hi;
  const back = timesPair({ hi: first, lo: 0 }, y);
  return twoSum(first, (x.hi - back.hi - back.lo + x.lo) / y.hi);
}

/** −x. */
export function minusPair({ hi, lo }: Pair): Pair {
  return { hi: -hi, lo: -lo };
}

/** A number as it is. */
export function asPair(x: number): Pair {
  return { hi: x, lo: 0 };
}
