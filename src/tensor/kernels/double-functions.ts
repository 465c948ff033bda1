import { asPair, minusPair, overPair, plusPair, timesPair, type Pair } from "./double-double.ts";

/** ln 2 to some 107 bits. */
const LN_TWO: Pair = { hi: Math.LN2, lo: 2.319046813846299e-17 };
/** π to some 107 bits. */
export const PI: Pair = { hi: Math.PI, lo: 1.2246467991473532e-16 };
const ONE = asPair(1);
/** So many terms of the exponential series give all digits for |x| ≤ ½ ln 2, those of sine and cosine for |x| ≤ π/4. */
const [EXP_TERMS, SINE_TERMS] = [25, 30] as const;

/** eˣ to some 95 bits, of x from −600 to 700. */
export function expPair(x: Pair): Pair {
  const twos = Math.round(x.hi / LN_TWO.hi);
  const rest = plusPair(x, timesPair(LN_TWO, asPair(-twos)));
  const { hi, lo } = plusPair(ONE, expm1Series(rest));
  const half = 2 ** Math.floor(twos / 2);
  const other = 2 ** (twos - Math.floor(twos / 2));
  return { hi: hi * half * other, lo: lo * half * other };
}

/** eˣ − 1 to some 95 bits, of x from −600 to 700. */
export function expm1Pair(x: Pair): Pair {
  return Math.abs(x.hi) < LN_TWO.hi / 2 ? expm1Series(x) : plusPair(expPair(x), asPair(-1));
}

/** Σ xᵏ/k! from k = 1 on. */
function expm1Series(x: Pair): Pair {
  let value = asPair(0);
  for (let k = EXP_TERMS; k >= 1; k--) value = overPair(timesPair(plusPair(value, ONE), x), asPair(k));
  return value;
}

/** ln x to some 95 bits, of normal x below 2⁹⁰⁰: a step of Newton's method. */
export function logPair(x: Pair): Pair {
  const near = asPair(Math.log(x.hi));
  const off = plusPair(timesPair(x, expPair(minusPair(near))), asPair(-1));
  return plusPair(near, plusPair(off, asPair((-off.hi * off.hi) / 2)));
}

/** sin πx and cos πx to some 95 bits. */
export function turnsPair(x: number): { readonly sine: Pair; readonly cosine: Pair } {
  const rest = x % 2;
  const nearest = Math.round(2 * rest);
  const angle = timesPair(PI, asPair(rest - nearest / 2));
  const [sine, cosine] = [series(angle, 1), series(angle, 0)];
  const quarter = (nearest + 8) % 4;
  if (quarter === 0) return { sine, cosine };
  if (quarter === 1) return { sine: cosine, cosine: minusPair(sine) };
  if (quarter === 2) return { sine: minusPair(sine), cosine: minusPair(cosine) };
  return { sine: minusPair(cosine), cosine: sine };
}

/** The series of the sine (odd) or the cosine. */
function series(x: Pair, odd: 0 | 1): Pair {
  const square = minusPair(timesPair(x, x));
  let value = ONE;
  for (let k = SINE_TERMS + odd; k > 1; k -= 2)
    value = plusPair(ONE, overPair(timesPair(value, square), asPair(k * (k - 1))));
  return odd === 1 ? timesPair(value, x) : value;
}
