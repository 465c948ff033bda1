import { Decimal } from "decimal.js";
import { addRadii, Ball, magnitude } from "./ball.ts";

/** Digits beyond those asked for: they take up what a few thousand roundings lose. */
const GUARD = 12;
/** Arguments up to 10 to this power are reduced; of larger ones it is only known that their sine is at most 1. */
const MOST_EXPONENT = 20_000;
/** π is computed to a multiple of so many digits. */
const PI_STRIDE = 500;
/** Where the series of the arc tangent starts: each further halving of the angle costs a square root. */
const SMALL_TANGENT = 1e-3;

const exactly = (mid: Decimal, moved: number): Ball => new Ball(mid, -Infinity, moved);

/** A result of `digits` digits of a function whose slope is at most 1. */
function rounded(mid: Decimal, x: Ball, digits: number): Ball {
  const short = mid.toSignificantDigits(digits);
  return new Ball(short, addRadii(x.radius, short.e - digits + 2), x.moved);
}

/** π to `digits` significant digits. */
export function pi(digits: number): Ball {
  return rounded(piWithin(digits + GUARD), exactly(new Decimal(0), 0), digits);
}

/** The sine of any number: π is known to as many digits as the argument asks for. */
export function sin(x: Ball, digits: number): Ball {
  if (x.radius === -Infinity && x.mid.isZero()) return x;
  return onCircle(x, digits, 0);
}

/** The cosine of any number. */
export function cos(x: Ball, digits: number): Ball {
  if (x.radius === -Infinity && x.mid.isZero()) return exactly(new Decimal(1), x.moved);
  return onCircle(x, digits, 1);
}

/** The arc tangent, in [−π/2, π/2]. */
export function atan(x: Ball, digits: number): Ball {
  if (x.mid.isNaN() || (x.radius === -Infinity && x.mid.isZero())) return x;
  const D = working(digits + GUARD);
  const size = D.abs(x.mid);
  const quarter = (): Decimal => D.div(piWithin(digits + GUARD), 2);
  // atan t = π/2 − atan 1/t
  const angle = size.greaterThan(1) ? D.sub(quarter(), arc(D.div(1, size), D)) : arc(size, D);
  const signed = x.mid.isNegative() ? angle.negated() : angle;
  return rounded(signed, size.isFinite() ? withSlope(x) : exactly(x.mid, x.moved), digits);
}

/** The radius that the slope 1/(1 + x²) leaves, where it is known to be small: |x'| ≥ |x|/2 makes it at most 4/x². */
function withSlope(x: Ball): Ball {
  const size = magnitude(x.mid);
  const isApart = x.radius + Math.log10(2) < size - 1e-6;
  return isApart && size > Math.log10(2) ? new Ball(x.mid, x.radius + Math.log10(4) - 2 * size + 1e-6, x.moved) : x;
}

/** The sine of x and `quarters` quarter turns more. */
function onCircle(x: Ball, digits: number, quarters: 0 | 1): Ball {
  if (!x.mid.isFinite()) return exactly(new Decimal(Number.NaN), x.moved);
  if (x.mid.e > MOST_EXPONENT) return new Ball(new Decimal(0), 0, x.moved);
  const { rest, quadrant } = reduce(x.mid, digits + GUARD);
  const D = working(digits + GUARD);
  const square = fixed(D.mul(rest, rest), digits + GUARD);
  const turn = (quadrant + quarters) % 4;
  const series = unfixed(alternating(square, digits + GUARD, turn % 2 === 0 ? 1n : 0n), digits + GUARD);
  const size = turn % 2 === 0 ? D.mul(rest, series) : series;
  return rounded(turn < 2 ? size : size.negated(), x, digits);
}

/** x less the nearest multiple of π/2, to `digits` significant digits, and that multiple modulo 4. */
function reduce(x: Decimal, digits: number): { readonly rest: Decimal; readonly quadrant: number } {
  if (x.abs().lessThan(0.7)) return { rest: x, quadrant: 0 };
  // An argument near a multiple of π/2 cancels as many digits as its rest has leading zeros.
  for (let cancelled = 20; ; cancelled *= 2) {
    const wide = x.e + digits + cancelled + 5;
    const D = working(wide);
    const quarter = D.div(piWithin(wide), 2);
    const turns = D.div(x, quarter).round();
    const rest = D.sub(x, D.mul(turns, quarter));
    if (!rest.isZero() && -rest.e <= cancelled) return { rest, quadrant: (turns.mod(4).toNumber() + 4) % 4 };
  }
}

/** Σ (−t)ⁿ / (2n + odd)!, in fixed point: the sine of √t over √t, or the cosine. */
function alternating(t: bigint, places: number, odd: bigint): bigint {
  const one = 10n ** BigInt(places);
  let total = 0n;
  let term = one;
  for (let n = 1n + odd; term !== 0n; n += 2n) {
    total += term;
    term = (-term * t) / (one * n * (n + 1n));
  }
  return total;
}

/** The angle of a tangent in [0, 1]. */
function arc(tangent: Decimal, D: typeof Decimal): Decimal {
  let t = tangent;
  let halvings = 0;
  // atan t = 2 atan(t / (1 + √(1 + t²)))
  for (; t.greaterThan(SMALL_TANGENT); halvings++) t = D.div(t, D.add(1, D.sqrt(D.add(1, D.mul(t, t)))));
  const places = D.precision;
  const square = fixed(D.mul(t, t), places);
  const one = 10n ** BigInt(places);
  let series = 0n;
  // atan t = t · Σ (−t²)ⁿ / (2n + 1)
  for (let power = one, n = 1n; power !== 0n; power = (-power * square) / one, n += 2n) series += power / n;
  return D.mul(D.mul(t, unfixed(series, places)), 2 ** halvings);
}

let known = { digits: 0, value: new Decimal(3) };

/** π to within 10^−digits, by Machin's formula π = 16 atan 1/5 − 4 atan 1/239. */
function piWithin(digits: number): Decimal {
  if (digits > known.digits) {
    const places = Math.ceil(digits / PI_STRIDE) * PI_STRIDE;
    const one = 10n ** BigInt(places + GUARD);
    const value = unfixed(16n * arcOfInverse(5n, one) - 4n * arcOfInverse(239n, one), places + GUARD);
    known = { digits: places, value };
  }
  return known.value;
}

/** atan(1/n) in fixed point, by its series. */
function arcOfInverse(n: bigint, one: bigint): bigint {
  let total = 0n;
  for (let power = one / n, k = 1n; power !== 0n; power /= -n * n, k += 2n) total += power / k;
  return total;
}

/** A number below 10 as a multiple of 10^−places; what lies beyond is cut off. */
function fixed(x: Decimal, places: number): bigint {
  return BigInt(new (working(places + 5))(x).times(`1e${String(places)}`).toFixed(0, Decimal.ROUND_DOWN));
}

function unfixed(x: bigint, places: number): Decimal {
  return new Decimal(`${String(x)}e-${String(places)}`);
}

const arithmetics = new Map<number, typeof Decimal>();

/** Decimals of so many digits. */
function working(digits: number): typeof Decimal {
  let D = arithmetics.get(digits);
  if (D === undefined) {
    D = Decimal.clone({ precision: digits, rounding: Decimal.ROUND_HALF_EVEN, minE: -9e15, maxE: 9e15 });
    arithmetics.set(digits, D);
  }
  return D;
}
