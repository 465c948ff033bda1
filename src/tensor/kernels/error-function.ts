import { timesExp, twoProduct } from "./double-double.ts";

/*
 * The rational approximations of W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
 * Computation 23 (1969), coefficients from the highest power down.
 */
const NEAR = {
  p: [1.85777706184603153e-1, 3.1611237438705656, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3],
  q: [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3],
};
const MIDDLE = {
  p: [
    2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2,
    8.8195222124176909e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
  ],
  q: [
    1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
    3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
  ],
};
const FAR = {
  p: [
    1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
    1.60837851487422766e-2, 6.58749161529837803e-4,
  ],
  q: [
    1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3,
  ],
};
const [TO_MIDDLE, TO_FAR] = [0.46875, 4] as const;
/** Where erfc, and the density of the normal distribution, are 0. */
const NOTHING = 100;
const TWO_OVER_ROOT_PI = 1.1283791670955126;
const ONE_OVER_ROOT_PI = 0.5641895835477563;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

interface Fraction {
  readonly p: readonly number[];
  readonly q: readonly number[];
}

function fraction({ p, q }: Fraction, x: number): number {
  return horner(p, x) / horner(q, x);
}

function horner(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const c of coefficients) value = value * x + c;
  return value;
}

/** exp(x²)·erfc(x) for x ≥ 0. */
export function erfcx(x: number): number {
  if (x <= TO_MIDDLE) return Math.exp(x * x) * (1 - erf(x));
  if (x <= TO_FAR) return fraction(MIDDLE, x);
  const t = 1 / (x * x);
  return (ONE_OVER_ROOT_PI - t * fraction(FAR, t)) / x;
}

/** (2/√π) ∫₀ˣ exp(−t²) dt. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size <= TO_MIDDLE) return x * fraction(NEAR, x * x);
  const value = 1 - timesGauss(erfcx(size), size);
  return x < 0 ? -value : value;
}

/** 1 − erf x, in relative precision also where it is small. */
export function erfc(x: number): number {
  if (x <= TO_MIDDLE) return 1 - erf(x);
  return timesGauss(erfcx(x), x);
}

/** The slope of erf, (2/√π)·exp(−x²). */
export function errorDensity(x: number): number {
  return timesGauss(TWO_OVER_ROOT_PI, x);
}

/** The share of a standard normal variable below x, erfc(−x/√2)/2; multiplied by `by`. */
export function normalBelow(x: number, by: number = 1): number {
  const scaled = Math.abs(x) * Math.SQRT1_2;
  if (scaled <= TO_MIDDLE) return by * (0.5 + 0.5 * erf(x * Math.SQRT1_2));
  if (x < 0) return timesNormal(0.5 * by * erfcx(scaled), x);
  return by * (1 - timesNormal(0.5 * erfcx(scaled), x));
}

/** The density of a standard normal variable, exp(−x²/2)/√2π; multiplied by `by`. */
export function normalDensity(x: number, by: number = 1): number {
  return timesNormal(by * ONE_OVER_ROOT_TWO_PI, x);
}

/** by·exp(−x²), for which x² is not rounded. */
function timesGauss(by: number, x: number): number {
  if (Math.abs(x) > NOTHING) return by * 0;
  const { hi, lo } = twoProduct(x, x);
  return timesExp(by, -hi, -lo);
}

/** by·exp(−x²/2), for which x² is not rounded. */
function timesNormal(by: number, x: number): number {
  if (Math.abs(x) > NOTHING) return by * 0;
  const { hi, lo } = twoProduct(x, x);
  return timesExp(by, -hi / 2, -lo / 2);
}
