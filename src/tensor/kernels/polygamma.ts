import { asPair, minusPair, overPair, plusPair, timesPair, twoSum, type Pair } from "./double-double.ts";
import { logPair, PI, turnsPair } from "./double-functions.ts";
import { factorial, scaledPower } from "./power.ts";
import { stirling, stirlingPair } from "./stirling.ts";

/** From here on, and 2 for each order, Stirling's series gives twice the digits. */
const LARGE = 32;
/** What one pole adds to all the others by a factor that rounds to 1. */
const NEAR_POLE = 2 ** -60;

/**
 * The derivative of order n ≥ 0 of the digamma function. At the poles, the whole numbers up to 0, ∞ for odd n and NaN for even
 * n, but ∓∞ at ±0. Below Stirling's range sums have twice the digits, for the sake of the zeros.
 */
export function polygamma(n: number, x: number): number {
  if (Number.isNaN(x) || x === -Infinity) return Number.NaN;
  const sign = n % 2 === 0 ? -1 : 1;
  if (x <= 0 && Number.isInteger(x)) return sign === 1 ? Infinity : x === 0 ? -1 / x : Number.NaN;
  if (x >= LARGE + 2 * n) {
    if (n === 0) return Math.log(x) - (x === Infinity ? 0 : 0.5 / x + stirling(x, 0));
    if (x === Infinity) return sign === 1 ? 0 : -0;
    // (n − 1)!/zⁿ·(1 + n/2z) + Σ B₂ₖ·(2k + n − 1)!/((2k)!·z²ᵏ⁺ⁿ)
    return sign * (scaledPower(x, -n, factorial(n - 1) * (1 + n / 2 / x)) + stirling(x, n));
  }
  const pole = x < 0.5 ? x - Math.round(x) : 1;
  if (Math.abs(pole) ** (n + 1) < NEAR_POLE) {
    const size = scaledPower(Math.abs(pole), -n - 1, factorial(n));
    return sign === 1 || pole < 0 ? size : -size;
  }
  const sum = x < 0 ? reflected(n, x) : overFactorial(n, asPair(x));
  return sum.hi * factorial(n);
}

/** ψₙ/n! of x ≥ 0: the recurrence up to where Stirling's series holds. */
function overFactorial(n: number, x: Pair): Pair {
  const steps = Math.max(0, Math.ceil(LARGE + 2 * n - x.hi));
  const z = plusPair(x, asPair(steps));
  const half = overPair(asPair(0.5), z);
  const power = inversePower(z, n);
  // −1 times it: of order 0, −ln z + 1/2z + …; else (1/n + 1/2z)/zⁿ + …
  let sum = n === 0 ? minusPair(logPair(z)) : timesPair(power, overPair(asPair(1), asPair(n)));
  sum = plusPair(sum, plusPair(timesPair(power, half), stirlingPair(z, n)));
  for (let k = steps - 1; k >= 0; k--) sum = plusPair(sum, inversePower(plusPair(x, asPair(k)), n + 1));
  return n % 2 === 0 ? minusPair(sum) : sum;
}

/** ψₙ(x) = (−1)ⁿ·ψₙ(1 − x) − π·dⁿ/dxⁿ cot πx, divided by n!. */
function reflected(n: number, x: number): Pair {
  const mirrored = overFactorial(n, twoSum(1, -x));
  return plusPair(n % 2 === 0 ? mirrored : minusPair(mirrored), minusPair(cotangentSlope(n, x)));
}

/** π·dⁿ/dxⁿ cot πx / n! = πⁿ⁺¹·Pₙ(cot πx), where P₀(c) = c and Pₙ₊₁(c) = −(1 + c²)·Pₙ′(c)/(n + 1). */
function cotangentSlope(n: number, x: number): Pair {
  const { sine, cosine } = turnsPair(x);
  const c = overPair(cosine, sine);
  let coefficients = [asPair(0), asPair(1)];
  for (let k = 0; k < n; k++) {
    const slope = coefficients.slice(1).map((a, i) => timesPair(a, overPair(asPair(-i - 1), asPair(k + 1))));
    const zero = asPair(0);
    coefficients = [...slope, zero, zero].map((a, i) => plusPair(a, slope[i - 2] ?? zero));
  }
  let value = asPair(0);
  for (const a of coefficients.toReversed()) value = plusPair(timesPair(value, c), a);
  for (let k = 0; k <= n; k++) value = timesPair(value, PI);
  return value;
}

function inversePower(x: Pair, n: number): Pair {
  const inverse = overPair(asPair(1), x);
  let power = asPair(1);
  for (let k = 0; k < n; k++) power = timesPair(power, inverse);
  return power;
}
