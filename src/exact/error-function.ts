import { Decimal } from "decimal.js";
import { addRadii, Ball, magnitude, type BallArithmetic } from "./ball.ts";

const LOG2 = Math.log10(2);
const LOGE = Math.log10(Math.E);
/** Bits beyond those asked for: series of a few thousand terms lose fewer. */
const GUARD = 64;
/** The smallest radius: decimals end there. */
const LEAST = -9e15;

/** (2/√π) ∫₀ˣ exp(−t²) dt. */
export function erf(real: BallArithmetic, x: Ball): Ball {
  const { mid, moved } = x;
  if (mid.isNaN() || (x.radius === -Infinity && mid.isZero())) return x;
  const bound = tail(x);
  if (-bound > real.digits + 5) return new Ball(new Decimal(mid.isNegative() ? -1 : 1), exactAt(mid, bound), moved);
  if (!isNarrow(x)) return real.unknown(moved);
  return withSlope(bySeries(real, new Ball(mid, -Infinity, moved)), x);
}

/** 1 − erf x, in relative precision also where it is small. */
export function erfc(real: BallArithmetic, x: Ball): Ball {
  const { mid, moved } = x;
  if (mid.isNaN()) return x;
  if (mid.lessThan(0.5)) return real.sub(1, erf(real, x));
  const bound = tail(x);
  if (bound < LEAST) return new Ball(new Decimal(0), exactAt(mid, LEAST), moved);
  if (!isNarrow(x)) return real.unknown(moved);
  const at = new Ball(mid, -Infinity, moved);
  const lost = LOGE * mid.toNumber() ** 2;
  if (lost > real.digits + GUARD * LOG2 + 5) return withSlope(byAsymptotics(real, at), x);
  const wide = real.withDigits(real.digits + Math.ceil(lost) + 5);
  return withSlope(real.add(wide.sub(1, bySeries(wide, at)), 0), x);
}

/** At the infinities there is no error. */
function exactAt(mid: Decimal, radius: number): number {
  return mid.isFinite() ? Math.max(LEAST, radius) : -Infinity;
}

/** log₁₀ of a bound of erfc at the end of the ball that is nearer to 0: erfc x ≤ exp(−x²). */
function tail({ mid, radius }: Ball): number {
  const near = Math.max(0, mid.abs().toNumber() - 10 ** radius) * (1 - 1e-9);
  return -LOGE * near ** 2;
}

/** Whether the slope does not change by more than a factor of e within the ball: 2|x|·r ≤ 1. */
function isNarrow({ mid, radius }: Ball): boolean {
  return radius <= -1 && LOG2 + magnitude(mid) + radius < -1e-6;
}

/** A value at the middle of x, known as well as x is: the slope is (2/√π)·exp(−x²). */
function withSlope(value: Ball, { mid, radius, moved }: Ball): Ball {
  const slope = LOG2 + LOGE - LOGE * mid.toNumber() ** 2;
  return new Ball(value.mid, addRadii(value.radius, radius + slope), moved);
}

/** erf x = (2x/√π)·exp(−x²)·S(x²) (DLMF 7.6.2), where nothing cancels. */
function bySeries(real: BallArithmetic, x: Ball): Ball {
  const square = real.mul(x, x);
  const scale = real.mul(real.mul(2, x), real.exp(real.neg(square)));
  return real.div(real.mul(scale, confluent(real, square)), real.sqrt(real.pi));
}

/** S(t) = Σ (2t)ᵏ / (1·3·…·(2k + 1)), in fixed point. */
function confluent(real: BallArithmetic, t: Ball): Ball {
  const bits = bitsFor(real.digits);
  const twice = fixed(t.mid, bits) << 1n;
  let [term, total] = [1n << bits, 0n];
  let n = 0;
  const falls = 4 * t.mid.toNumber();
  for (; term > 0n || 2 * n < falls; n++) {
    total += term;
    term = ((term * twice) >> bits) / BigInt(2 * n + 3);
  }
  const sum = unfixed(total, bits);
  // Each term is off by 3 units more than the one before it, or by a share of 3 units of itself; the rest is less than
  // the error of the last term. S′ ≤ S bounds what t is off by.
  const ends = magnitude(sum) + Math.log10(12 * (n + 1) ** 2) - Number(bits) * LOG2;
  return real.add(new Ball(sum, addRadii(ends, magnitude(sum) + t.radius + LOGE), t.moved), 0);
}

/** exp(−x²)/(x√π)·Σ (−1)ᵏ 1·3·…·(2k − 1)/(2x²)ᵏ, off by less than the first term that is left out (DLMF 7.12.1). */
function byAsymptotics(real: BallArithmetic, x: Ball): Ball {
  const square = real.mul(x, x);
  const bits = bitsFor(real.digits);
  const inverse = real.div(0.5, square);
  const ratio = fixed(inverse.mid, bits);
  let [term, total] = [1n << bits, 0n];
  let n = 0;
  for (; term > 0n; n++) {
    total += n % 2 === 0 ? term : -term;
    term = (term * BigInt(2 * n + 1) * ratio) >> bits;
  }
  // Each term is off by (2n + 1) + 1 units more than the one before it; the terms fall to 0 before they grow, so that the
  // slope along the ratio is less than n².
  const units = Math.log10(4 * (n + 1) ** 3) - Number(bits) * LOG2;
  const sum = new Ball(unfixed(total, bits), addRadii(units, inverse.radius + 2 * Math.log10(n + 1)), x.moved);
  const scale = real.div(real.exp(real.neg(square)), real.mul(x, real.sqrt(real.pi)));
  return real.mul(scale, sum);
}

function bitsFor(digits: number): bigint {
  return BigInt(Math.ceil(digits / LOG2) + GUARD);
}

/** A number as a multiple of 2^−bits; what lies beyond is cut off. */
function fixed(x: Decimal, bits: bigint): bigint {
  const D = x.constructor as typeof Decimal;
  const wide = D.clone({ precision: Number(bits) + 50 });
  return BigInt(wide.mul(x, String(1n << bits)).toFixed(0, Decimal.ROUND_DOWN));
}

function unfixed(x: bigint, bits: bigint): Decimal {
  // 2^−b = 5ᵇ·10^−b
  return new Decimal(`${String(x * 5n ** bits)}e-${String(bits)}`);
}
