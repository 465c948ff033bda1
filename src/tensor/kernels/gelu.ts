import { asPair, minusPair, overPair, plusPair, timesExp, timesPair, twoProduct, type Pair } from "./double-double.ts";
import { expPair } from "./double-functions.ts";
import { erfcx, normalBelow, normalDensity } from "./error-function.ts";

/** Which function of x it is multiplied by: the share of the normal distribution, or a tanh near it. */
export type Approximate = "none" | "tanh";

/** The coefficient of x³ in the tanh. */
export const CUBIC = 0.044715;
/** 2·√(2/π) and 1/√(2π) to some 107 bits. */
const SCALE: Pair = { hi: 1.5957691216057308, lo: -9.96930880911092e-17 };
const ONE_OVER_ROOT_TWO_PI: Pair = { hi: 0.3989422804014327, lo: -2.49232720227773e-17 };
/** Beyond, the tanh is ±1. */
const SATURATED = 30;
const ROOT_HALF_PI = 1.2533141373155003;
const ONE = asPair(1);

/** x·Φ(x), or x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2 = x·σ(v). */
export function gelu(x: number, approximate: Approximate): number {
  if (x === -Infinity) return -0;
  if (approximate === "none") return normalBelow(x, x);
  if (Math.abs(x) > SATURATED) return x > 0 ? x : -0;
  const { hi, lo } = tanhArgument(x, CUBIC);
  return hi < 0 ? timesExp(x / (1 + Math.exp(hi)), hi, lo) : x / (1 + Math.exp(-hi));
}

/** The slope, with twice the digits about its zero near −¾. */
export function geluSlope(x: number, approximate: Approximate): number {
  if (Math.abs(x) === Infinity) return x > 0 ? 1 : 0;
  return approximate === "none" ? normalSlope(x) : tanhSlope(x);
}

/** Φ(x) + x·φ(x) */
function normalSlope(x: number): number {
  if (x > 0) return normalBelow(x) + normalDensity(x, x);
  // φ(x)·(x + Φ(x)/φ(x))
  if (x < -1.5) return normalDensity(x, x + ROOT_HALF_PI * erfcx(-x * Math.SQRT1_2));
  // Φ(x) = ½ + φ(x)·Σ x²ᵏ⁺¹/(1·3·…·(2k + 1)) (DLMF 7.6.2)
  const square = timesPair(asPair(x), asPair(x));
  let term = asPair(x);
  let sum = asPair(2 * x);
  for (let k = 1; k < 40; k++) {
    term = overPair(timesPair(term, square), asPair(2 * k + 1));
    sum = plusPair(sum, term);
  }
  const density = timesPair(ONE_OVER_ROOT_TWO_PI, expPair(timesPair(square, asPair(-0.5))));
  return plusPair(asPair(0.5), timesPair(density, sum)).hi;
}

/** σ(v) + x·v′·σ(v)·σ(−v) */
function tanhSlope(x: number): number {
  if (Math.abs(x) > SATURATED) return x > 0 ? 1 : 0;
  const v = tanhArgument(x, CUBIC);
  const growth = tanhArgument(x, 3 * CUBIC);
  if (v.hi < -30) {
    const e = Math.exp(v.hi);
    return timesExp((1 + growth.hi / (1 + e)) / (1 + e), v.hi, v.lo);
  }
  const e = expPair(minusPair(v));
  const share = overPair(ONE, plusPair(ONE, e));
  return timesPair(share, plusPair(ONE, timesPair(growth, timesPair(e, share)))).hi;
}

/** 2·√(2/π)·(x + cubic·x³) */
function tanhArgument(x: number, cubic: number): Pair {
  const cube = timesPair(twoProduct(x, x), twoProduct(x, cubic));
  return timesPair(SCALE, plusPair(asPair(x), cube));
}
