import { asPair, overPair, plusPair, minusPair, timesPair, type Pair } from "./double-double.ts";
import { PI, turnsPair } from "./double-functions.ts";

/** From here on products with π might overflow, and x is an even whole number. */
const HUGE = 2 ** 500;

/** The derivative of order n ≥ 0 of sin(πx)/(πx), with twice the digits on the way, for the sake of the zeros. */
export function sincSlope(x: number, n: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  // cos(πx + (n − 1)·π/2)·πⁿ⁻¹/x; of even order it is smaller than all numbers.
  if (Math.abs(x) > HUGE) return n % 2 === 0 ? 0 : ((n % 4 === 1 ? 1 : -1) * Math.PI ** (n - 1)) / x;
  const t = timesPair(PI, asPair(x));
  let slope = Math.abs(t.hi) < 1 + n ? bySeries(t, n) : byRecurrence(x, t, n);
  for (let k = 0; k < n; k++) slope = timesPair(slope, PI);
  return slope.hi;
}

/** Σ ±tʲ/(j!·(j + n + 1)) over the j of n's parity, with the sign (−1)^((j + n)/2): the series of dⁿ/dtⁿ (sin t)/t. */
function bySeries(t: Pair, n: number): Pair {
  const first = n % 2;
  const square = minusPair(timesPair(t, t));
  const sign = ((first + n) / 2) % 2 === 0 ? 1 : -1;
  let power = first === 0 ? asPair(sign) : timesPair(t, asPair(sign));
  let sum = asPair(0);
  const enough = 32 + 4 * Math.abs(t.hi);
  for (let j = first; j < enough; j += 2) {
    sum = plusPair(sum, overPair(power, asPair(j + n + 1)));
    power = overPair(timesPair(power, square), asPair((j + 1) * (j + 2)));
  }
  return sum;
}

/** Sₙ = (dⁿ/dtⁿ sin t − n·Sₙ₋₁) / t, of the derivatives Sₙ of (sin t)/t (the product rule for t·S₀). */
function byRecurrence(x: number, t: Pair, n: number): Pair {
  const { sine, cosine } = turnsPair(x);
  const turns = [sine, cosine, minusPair(sine), minusPair(cosine)] as const;
  let slope = overPair(sine, t);
  for (let k = 1; k <= n; k++) slope = overPair(plusPair(turns[k % 4]!, timesPair(slope, asPair(-k))), t);
  return slope;
}
