import { timesExp, twoProduct } from "./double-double.ts";

/*
 * The rational approximations of W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
 * Computation 23 (1969), coefficients from the highest power down.
 */
const NEAR = {
  p: [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694],
  q: [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
};
const MIDDLE = {
  p: [
    2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001,
    881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
  ],
  q: [
    1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
    4362.619090143247, 3439.3676741437216, 1230.3393548037495,
  ],
};
const FAR = {
  p: [
    0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
    0.0006587491615298378,
  ],
  q: [1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918],
};
const [TO_MIDDLE, TO_FAR] = [0.46875, 4] as const;
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
  const { hi, lo } = twoProduct(x, x);
  return timesExp(by, -hi, -lo);
}

/** by·exp(−x²/2), for which x² is not rounded. */
function timesNormal(by: number, x: number): number {
  const { hi, lo } = twoProduct(x, x);
  return timesExp(by, -hi / 2, -lo / 2);
}
