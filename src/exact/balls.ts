import { Decimal } from "decimal.js";
import { addRadii, Ball, magnitude, UndecidedError, type BallArithmetic } from "./ball.ts";
import * as circular from "./circular.ts";
import { decimalOf } from "./decimal-of.ts";
import * as errorFunction from "./error-function.ts";
import * as gamma from "./gamma.ts";

const EXACT = -Infinity;
/** Radii are sums of logarithms to some 10 digits; this covers what these lose. */
const PAD = 1e-6;
/** Whole powers up to this one are products. */
const MOST_FACTORS = 64;
/** A move this many digits smaller than 1 changes no whole part. */
const CLEAR_DIGITS = 18;
/** Infinities and NaN: arithmetic of IEEE 754, nothing to bound. */
const special = (x: Ball): boolean => !x.mid.isFinite();

/**
 * Real arithmetic in decimals of `digits` digits that knows how far its results may be from the truth (ball arithmetic:
 * J. van der Hoeven, "Ball arithmetic", 2009). Results that fit in the digits are exact and known to be.
 */
export class Balls implements BallArithmetic {
  /** The digits that results are rounded to. */
  readonly digits: number;
  /** Whether no more digits can be had: what is not told apart then counts as equal. */
  readonly last: boolean;
  /** The digits by which moves are smaller than what they move, where there are moves. */
  readonly step: number;
  private readonly D: typeof Decimal;

  constructor(digits: number, last: boolean, step: number = Number.POSITIVE_INFINITY) {
    this.D = Decimal.clone({ precision: digits, rounding: Decimal.ROUND_HALF_EVEN, minE: -9e15, maxE: 9e15 });
    this.digits = digits;
    this.last = last;
    this.step = step;
  }

  readonly withDigits = (digits: number): Balls => new Balls(digits, this.last);

  readonly real = (x: number): Ball => new Ball(decimalOf(x, this.D), EXACT, 0);

  /** An input away from where it stands, by the moves `moved`. */
  readonly move = (x: Ball, by: Decimal, moved: number): Ball => this.add(x, new Ball(by, EXACT, moved));

  readonly integer = (x: Ball): number => x.mid.toNumber();

  readonly neg = (x: Ball): Ball => new Ball(x.mid.negated(), x.radius, x.moved);

  readonly abs = (x: Ball): Ball => new Ball(x.mid.abs(), x.radius, x.moved);

  readonly add = (x: Ball | number, y: Ball | number): Ball => {
    const [a, b] = [this.ball(x), this.ball(y)];
    const mid = this.D.add(a.mid, b.mid);
    const rounded = special(a) || special(b) || this.addsExactly(a.mid, b.mid) ? EXACT : this.lastDigit(mid);
    return new Ball(mid, addRadii(addRadii(a.radius, b.radius), rounded), a.moved | b.moved);
  };

  readonly sub = (x: Ball | number, y: Ball | number): Ball => this.add(x, this.neg(this.ball(y)));

  readonly mul = (x: Ball | number, y: Ball | number): Ball => {
    const [a, b] = [this.ball(x), this.ball(y)];
    const mid = this.D.mul(a.mid, b.mid);
    const moved = a.moved | b.moved;
    if (special(a) || special(b)) return new Ball(mid, EXACT, moved);
    const rounded = this.multipliesExactly(a.mid, b.mid) ? EXACT : this.lastDigit(mid);
    // |xy − x'y'| ≤ |x|·s + |y|·r + r·s
    const crossed = addRadii(times(magnitude(a.mid), b.radius), times(magnitude(b.mid), a.radius));
    return new Ball(mid, addRadii(addRadii(crossed, times(a.radius, b.radius)), rounded), moved);
  };

  readonly div = (x: Ball | number, y: Ball | number): Ball => {
    const [a, b] = [this.ball(x), this.ball(y)];
    const moved = a.moved | b.moved;
    const mid = this.D.div(a.mid, b.mid);
    if (special(a) || special(b)) return new Ball(mid, EXACT, moved);
    if (b.radius === EXACT && b.mid.isZero()) {
      if (a.radius !== EXACT && !this.isApart(a)) return this.unknown(moved);
      return new Ball(mid, EXACT, moved);
    }
    if (!this.isApart(b)) return this.unknown(moved);
    const exact =
      a.radius === EXACT &&
      b.radius === EXACT &&
      this.multipliesExactly(mid, b.mid) &&
      this.D.mul(mid, b.mid).equals(a.mid);
    if (exact) return new Ball(mid, EXACT, moved);
    // |x/y − x'/y'| ≤ (r + |x/y|·s) / (|y| − s), where |y| − s ≥ |y|/2
    const crossed = addRadii(a.radius, times(magnitude(mid), b.radius));
    return new Ball(mid, addRadii(crossed - magnitude(b.mid) + Math.log10(2) + PAD, this.lastDigit(mid)), moved);
  };

  readonly sqrt = (x: Ball): Ball => {
    if (!special(x) && x.radius !== EXACT && !this.isApart(x)) return this.unknown(x.moved);
    const mid = this.D.sqrt(x.mid);
    if (!mid.isFinite() || mid.isZero()) return new Ball(mid, EXACT, x.moved);
    if (x.radius === EXACT && this.multipliesExactly(mid, mid) && this.D.mul(mid, mid).equals(x.mid))
      return new Ball(mid, EXACT, x.moved);
    // |√x − √x'| ≤ r / √x
    return new Ball(mid, addRadii(times(x.radius, -magnitude(mid)), this.lastDigit(mid)), x.moved);
  };

  readonly exp = (x: Ball): Ball => {
    const mid = this.D.exp(x.mid);
    if (special(x) || (x.radius === EXACT && x.mid.isZero())) return new Ball(mid, EXACT, x.moved);
    if (x.radius > 0) return this.unknown(x.moved);
    // Past the decimals' own range: far past that of float64.
    if (!mid.isFinite() || mid.isZero()) return new Ball(mid, mid.isZero() ? -9e15 : EXACT, x.moved);
    // |eˣ − eˣ'| ≤ eˣ·(eʳ − 1) ≤ 2·r·eˣ for r ≤ 1
    return new Ball(mid, addRadii(times(x.radius, magnitude(mid) + Math.log10(2)), this.lastDigit(mid) + 1), x.moved);
  };

  readonly log = (x: Ball): Ball => {
    if (!special(x) && x.radius !== EXACT && !this.isApart(x)) return this.unknown(x.moved);
    const mid = this.D.ln(x.mid);
    if (!mid.isFinite() || (x.radius === EXACT && mid.isZero())) return new Ball(mid, EXACT, x.moved);
    // |ln x − ln x'| ≤ r / (|x| − r), where |x| − r ≥ |x|/2
    return new Ball(mid, addRadii(times(x.radius, Math.log10(2) - magnitude(x.mid)), this.lastDigit(mid) + 1), x.moved);
  };

  get pi(): Ball {
    return circular.pi(this.digits);
  }

  readonly sin = (x: Ball): Ball => circular.sin(x, this.digits);

  readonly cos = (x: Ball): Ball => circular.cos(x, this.digits);

  readonly atan = (x: Ball): Ball => circular.atan(x, this.digits);

  readonly erf = (x: Ball): Ball => errorFunction.erf(this, x);

  readonly erfc = (x: Ball): Ball => errorFunction.erfc(this, x);

  readonly lgamma = (x: Ball): Ball => gamma.lgamma(this, x);

  readonly polygamma = (n: number, x: Ball): Ball => gamma.polygamma(this, n, x);

  readonly floor = (x: Ball): Ball => {
    if (special(x)) return x;
    // A move must not lead past a whole number; quotients of float64 numbers keep 2⁻⁵³ away from those that they are not.
    if (x.moved !== 0 && magnitude(x.mid) > this.step - CLEAR_DIGITS) throw new UndecidedError();
    if (x.radius === EXACT) return new Ball(x.mid.floor(), EXACT, x.moved);
    const nearest = new Ball(x.mid.round(), EXACT, x.moved);
    return this.compare(x, nearest) < 0 ? this.sub(nearest, 1) : nearest;
  };

  readonly pow = (x: Ball, y: Ball): Ball => {
    const moved = x.moved | y.moved;
    const exact = (mid: Decimal | number): Ball => new Ball(new this.D(mid), EXACT, moved);
    if (y.radius === EXACT && y.mid.isZero()) return exact(1);
    if (x.radius === EXACT && x.mid.equals(1)) return exact(1);
    if (special(x) || special(y) || (x.radius === EXACT && x.mid.isZero())) {
      if (y.mid.isFinite() || x.mid.isNaN() || y.mid.isNaN()) return exact(this.D.pow(x.mid, y.mid));
      // x^±∞ by the size of x; decimals give NaN at 1 and −1.
      const size = this.compare(this.abs(x), 1);
      return exact(size === 0 ? 1 : size > 0 === y.mid.isPositive() ? Infinity : 0);
    }
    if (y.radius === EXACT && y.mid.isInteger() && y.mid.abs().lessThanOrEqualTo(MOST_FACTORS))
      return mark(this.wholePower(x, y.mid.toNumber()), moved);
    if (!this.isApart(x)) return this.unknown(moved);
    if (x.mid.isPositive()) return mark(this.exp(this.mul(y, this.log(x))), moved);
    if (y.radius !== EXACT || !y.mid.isInteger()) return exact(Number.NaN);
    const size = mark(this.exp(this.mul(y, this.log(this.neg(x)))), moved);
    return y.mid.mod(2).isZero() ? size : this.neg(size);
  };

  readonly max = (x: Ball | number, y: Ball | number): Ball => this.extreme(this.ball(x), this.ball(y), 1);

  readonly min = (x: Ball | number, y: Ball | number): Ball => this.extreme(this.ball(x), this.ball(y), -1);

  readonly sum = (xs: readonly Ball[]): Ball => xs.reduce((total, x) => this.add(total, x), this.real(0));

  readonly compare = (x: Ball | number, y: Ball | number): number => {
    const [a, b] = [this.ball(x), this.ball(y)];
    if (a.mid.isNaN() || b.mid.isNaN()) return Number.NaN;
    const order = a.mid.comparedTo(b.mid);
    const radius = addRadii(a.radius, b.radius);
    if (radius === EXACT) return order;
    const apart = this.D.sub(a.mid, b.mid);
    if (!apart.isFinite() || magnitude(apart) > addRadii(radius, this.lastDigit(apart)) + PAD) return order;
    if (this.last) return 0;
    throw new UndecidedError();
  };

  readonly unknown = (moved: number): Ball => {
    if (!this.last) throw new UndecidedError();
    return new Ball(new this.D(Number.NaN), EXACT, moved);
  };

  /** A product of equal factors, by squaring; exact where the digits hold it. */
  private wholePower(x: Ball, n: number): Ball {
    if (n < 0) return this.div(1, this.wholePower(x, -n));
    if (n === 1) return x;
    const half = this.wholePower(x, Math.floor(n / 2));
    const square = this.mul(half, half);
    return n % 2 === 0 ? square : this.mul(square, x);
  }

  /** Between two values that may be equal the larger (or smaller) is known no worse than both. */
  private extreme(x: Ball, y: Ball, sign: number): Ball {
    const moved = x.moved | y.moved;
    if (x.mid.isNaN() || y.mid.isNaN()) return new Ball(new this.D(Number.NaN), EXACT, moved);
    const chosen = x.mid.comparedTo(y.mid) * sign >= 0 ? x : y;
    const other = chosen === x ? y : x;
    if (chosen.radius === EXACT && other.radius === EXACT) return mark(chosen, moved);
    return new Ball(chosen.mid, special(chosen) ? EXACT : Math.max(x.radius, y.radius), moved);
  }

  private ball(x: Ball | number): Ball {
    return typeof x === "number" ? this.real(x) : x;
  }

  /** Whether a ball keeps at least half of its distance from zero. */
  private isApart(x: Ball): boolean {
    return x.radius === EXACT ? !x.mid.isZero() : x.radius + Math.log10(2) + PAD < magnitude(x.mid);
  }

  /** What rounding to the digits may change. */
  private lastDigit(x: Decimal): number {
    return x.isZero() ? EXACT : x.e - this.digits + 1;
  }

  /** Whether a sum needs no more digits than there are. */
  private addsExactly(x: Decimal, y: Decimal): boolean {
    if (x.isZero() || y.isZero()) return Math.max(x.sd(), y.sd()) <= this.digits;
    const lowest = Math.min(x.e - x.sd(), y.e - y.sd());
    return Math.max(x.e, y.e) + 1 - lowest <= this.digits;
  }

  private multipliesExactly(x: Decimal, y: Decimal): boolean {
    return x.isZero() || y.isZero() || x.sd() + y.sd() <= this.digits;
  }
}

/** The sum of two logarithms of which −∞ stands for a factor of zero. */
function times(a: number, b: number): number {
  return a === EXACT || b === EXACT ? EXACT : a + b + PAD;
}

function mark(x: Ball, moved: number): Ball {
  return x.moved === moved ? x : new Ball(x.mid, x.radius, moved);
}
