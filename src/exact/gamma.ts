import { Decimal } from "decimal.js";
import { addRadii, Ball, magnitude, type BallArithmetic } from "./ball.ts";

/** ln |Γ(x)|: Stirling's series far enough to the right, the recurrence down to there, and the reflection below 0. */
export function lgamma(real: BallArithmetic, x: Ball): Ball {
  const { mid, moved } = x;
  if (mid.isNaN()) return x;
  if (!mid.isFinite() || isPole(x)) return new Ball(new Decimal(Infinity), -Infinity, moved);
  // Its zeros among the positive numbers.
  if (x.radius === -Infinity && (mid.equals(1) || mid.equals(2))) return new Ball(new Decimal(0), -Infinity, moved);
  if (mid.isNegative()) {
    // ln |Γ(x)| = ln π − ln |sin πx| − ln Γ(1 − x)
    const sine = real.abs(real.sin(real.mul(real.pi, fraction(real, x))));
    return real.sub(real.log(real.div(real.pi, sine)), lgamma(real, real.sub(1, x)));
  }
  const steps = stepsFrom(x, real.digits);
  let product = real.real(1);
  for (let k = 0; k < steps; k++) product = real.mul(product, real.add(x, k));
  const z = real.add(x, steps);
  // (z − ½)·ln z − z + ½·ln 2π
  const main = real.add(
    real.sub(real.mul(real.sub(z, 0.5), real.log(z)), z),
    real.mul(0.5, real.log(real.mul(2, real.pi))),
  );
  return real.sub(real.add(main, stirling(real, -1, z)), real.log(product));
}

/** The derivative of order n of the digamma function ψ. */
export function polygamma(real: BallArithmetic, n: number, x: Ball): Ball {
  const { mid, moved } = x;
  const exactly = (value: number): Ball => new Ball(new Decimal(value), -Infinity, moved);
  if (mid.isNaN()) return x;
  if (!mid.isFinite()) return exactly(mid.isNegative() ? Number.NaN : n === 0 ? Infinity : 0);
  if (isPole(x)) return exactly(n % 2 === 1 ? Infinity : Number.NaN);
  if (mid.isNegative()) {
    // ψₙ(x) = (−1)ⁿ·ψₙ(1 − x) − π·dⁿ/dxⁿ cot πx
    const mirrored = polygamma(real, n, real.sub(1, x));
    return real.sub(n % 2 === 0 ? mirrored : real.neg(mirrored), cotangentSlope(real, n, x));
  }
  const steps = stepsFrom(x, real.digits + 3 * n);
  const order = real.real(n + 1);
  let lower = real.real(0);
  for (let k = 0; k < steps; k++) lower = real.add(lower, real.pow(real.add(x, k), real.neg(order)));
  const z = real.add(x, steps);
  const series = stirling(real, n, z);
  const half = real.div(0.5, z);
  // ψ(x) = ln z − 1/2z − Σ B₂ₖ/(2k·z²ᵏ) − Σ 1/(x + k)
  if (n === 0) return real.sub(real.sub(real.sub(real.log(z), half), series), lower);
  // (−1)ⁿ⁺¹·(n!·(1/nzⁿ + 1/2zⁿ⁺¹ + Σ 1/(x + k)ⁿ⁺¹) + Σ B₂ₖ·(2k + n − 1)!/((2k)!·z²ᵏ⁺ⁿ))
  const first = real.mul(real.pow(z, real.real(-n)), real.add(real.div(1, n), half));
  const factorial = whole(risingFactorial(1, n));
  const size = real.add(real.mul(factorial, real.add(first, lower)), series);
  return n % 2 === 1 ? size : real.neg(size);
}

function isPole({ mid, radius }: Ball): boolean {
  return radius === -Infinity && mid.isInteger() && mid.lessThanOrEqualTo(0);
}

/** How many steps of the recurrence lead to where Stirling's series gives all digits. */
function stepsFrom({ mid }: Ball, enough: number): number {
  return Math.max(0, Math.ceil(enough - mid.toNumber()));
}

/** x less the nearest whole number. */
function fraction(real: BallArithmetic, x: Ball): Ball {
  return real.sub(x, new Ball(x.mid.round(), -Infinity, x.moved));
}

/** π·dⁿ/dxⁿ cot πx = πⁿ⁺¹·Pₙ(cot πx), where P₀(c) = c and Pₙ₊₁(c) = −(1 + c²)·Pₙ′(c). */
function cotangentSlope(real: BallArithmetic, n: number, x: Ball): Ball {
  const angle = real.mul(real.pi, fraction(real, x));
  const c = real.div(real.cos(angle), real.sin(angle));
  let coefficients = [0n, 1n];
  for (let k = 0; k < n; k++) {
    const slope = coefficients.slice(1).map((a, i) => -a * BigInt(i + 1));
    coefficients = [...slope, 0n, 0n].map((a, i) => a + (slope[i - 2] ?? 0n));
  }
  const value = coefficients.reduceRight((sum, a) => real.add(real.mul(sum, c), whole(a)), real.real(0));
  return real.mul(real.pow(real.pi, real.real(n + 1)), value);
}

/** Σ B₂ₖ·(2k + n − 1)!/((2k)!·z²ᵏ⁺ⁿ) for z > 0, off by less than the first term that is left out (DLMF 5.11(ii), 5.15). */
function stirling(real: BallArithmetic, n: number, z: Ball): Ball {
  const size = magnitude(z.mid);
  // So that within the ball the term left out changes by no more than a factor of 2.
  if (z.radius > size - 5) return real.unknown(z.moved);
  const [inverse, enough] = [real.div(1, z), -real.digits - 10 - Math.max(0, n) * size];
  const square = real.mul(inverse, inverse);
  let power = real.pow(z, real.real(-n - 2));
  let total = real.real(0);
  for (let k = 1; ; k++) {
    const term = real.mul(power, coefficient(real, n, k));
    const left = magnitude(term.mid);
    if (left < enough) return new Ball(total.mid, addRadii(total.radius, left + 1), z.moved);
    total = real.add(total, term);
    power = real.mul(power, square);
  }
}

const coefficients = new Map<string, Ball[]>();

/** B₂ₖ·(2k + n − 1)!/(2k)!, of as many digits as the arithmetic has. */
function coefficient(real: BallArithmetic, n: number, k: number): Ball {
  const key = `${String(n)}/${String(real.digits)}`;
  const known = coefficients.get(key) ?? [];
  coefficients.set(key, known);
  known[k] ??= real.div(
    whole(bernoulliNumerator(k) * risingFactorial(2 * k + 1, n - 1)),
    whole(bernoulliDenominator(k) * risingFactorial(2 * k + n, 1 - n)),
  );
  return known[k];
}

/** from·(from + 1)·… of so many factors; 1 of none. */
function risingFactorial(from: number, factors: number): bigint {
  let product = 1n;
  for (let i = 0; i < factors; i++) product *= BigInt(from + i);
  return product;
}

function whole(x: bigint): Ball {
  return new Ball(new Decimal(String(x)), -Infinity, 0);
}

/** B₂ₖ = (−1)ᵏ⁻¹·2k·Tₖ / (4ᵏ·(4ᵏ − 1)) */
function bernoulliNumerator(k: number): bigint {
  const size = 2n * BigInt(k) * tangentNumber(k);
  return k % 2 === 1 ? size : -size;
}

function bernoulliDenominator(k: number): bigint {
  const power = 4n ** BigInt(k);
  return power * (power - 1n);
}

let tangentNumbers: readonly bigint[] = [];

/** Tₖ of tan x = Σ Tₖ·x²ᵏ⁻¹/(2k − 1)! (R. P. Brent and D. Harvey, "Fast computation of Bernoulli, tangent and secant numbers", 2011). */
function tangentNumber(k: number): bigint {
  if (k >= tangentNumbers.length) {
    const count = Math.max(64, 2 * k);
    const T = [0n, 1n];
    for (let i = 2; i <= count; i++) T.push(BigInt(i - 1) * T[i - 1]!);
    for (let i = 2; i <= count; i++)
      for (let j = i; j <= count; j++) T[j] = BigInt(j - i) * T[j - 1]! + BigInt(j - i + 2) * T[j]!;
    tangentNumbers = T;
  }
  return tangentNumbers[k]!;
}
