import { absolute, allFinite, identityMatrix, product } from "./dense.ts";

/** P·A = L·U by Gaussian elimination with partial pivoting; L (its unit diagonal left out) and U in one matrix. */
export interface Factors {
  readonly lu: Float64Array;
  /** The row of A that stands in each row of L·U. */
  readonly rows: readonly number[];
  /** The sign of the permutation. */
  readonly sign: number;
}

/** The factors of an n×n matrix. A column without a pivot is passed over, so that U's diagonal has a 0 there. */
function factorize(a: Float64Array, n: number): Factors {
  const lu = a.slice();
  const rows = Array.from({ length: n }, (_, i) => i);
  let sign = 1;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let i = c + 1; i < n; i++) if (Math.abs(lu[i * n + c]!) > Math.abs(lu[pivot * n + c]!)) pivot = i;
    if (pivot !== c) {
      sign = -sign;
      [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
      for (let j = 0; j < n; j++) [lu[c * n + j], lu[pivot * n + j]] = [lu[pivot * n + j]!, lu[c * n + j]!];
    }
    const diagonal = lu[c * n + c]!;
    if (diagonal === 0) continue;
    for (let i = c + 1; i < n; i++) {
      const factor = lu[i * n + c]! / diagonal;
      lu[i * n + c] = factor;
      for (let j = c + 1; j < n; j++) lu[i * n + j]! -= factor * lu[c * n + j]!;
    }
  }
  return { lu, rows, sign };
}

/** Fills `x`, n×k, with A⁻¹·B: with NaN where A is singular or an element is infinite. */
export function solveInto(x: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  const k = n === 0 ? 0 : x.length / n;
  const { lu, rows } = factorize(a, n);
  const solvable = allFinite(a) && rows.every((_, i) => lu[i * n + i] !== 0);
  for (let c = 0; c < k; c++) {
    if (!solvable || rows.some((row) => !Number.isFinite(b[row * k + c]!))) {
      for (let i = 0; i < n; i++) x[i * k + c] = Number.NaN;
      continue;
    }
    for (let i = 0; i < n; i++) {
      let total = b[rows[i]! * k + c]!;
      for (let j = 0; j < i; j++) total -= lu[i * n + j]! * x[j * k + c]!;
      x[i * k + c] = total;
    }
    for (let i = n - 1; i >= 0; i--) {
      let total = x[i * k + c]!;
      for (let j = i + 1; j < n; j++) total -= lu[i * n + j]! * x[j * k + c]!;
      x[i * k + c] = total / lu[i * n + i]!;
    }
  }
}

/** The inverse of an n×n matrix. */
export function inverseOf(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  solveInto(out, a, identityMatrix(n), n);
  return out;
}

/**
 * |A⁻¹|·|A|·|X|: what a relative change of the elements of A changes X = A⁻¹·B by (N. J. Higham, Accuracy and Stability
 * of Numerical Algorithms, 2nd ed., 7.2).
 */
export function solveMagnitudes(a: Float64Array, x: Float64Array, n: number): Float64Array {
  const k = n === 0 ? 0 : x.length / n;
  return product(absolute(inverseOf(a, n)), product(absolute(a), absolute(x), n, n, k), n, n, k);
}

/** The determinant of an n×n matrix, whose factors may over- or underflow on the way; NaN where an element is infinite. */
export function determinantOf(a: Float64Array, n: number): number {
  if (!allFinite(a)) return Number.NaN;
  const { lu, sign } = factorize(a, n);
  let [fraction, exponent] = [sign, 0];
  for (let i = 0; i < n; i++) {
    fraction *= lu[i * n + i]!;
    // Kept between the square roots of the range, so that the next factor fits.
    for (; Math.abs(fraction) > LARGE && Math.abs(fraction) < Infinity; exponent++) fraction /= LARGE;
    for (; Math.abs(fraction) < 1 / LARGE && fraction !== 0; exponent--) fraction *= LARGE;
  }
  for (; exponent > 0 && Math.abs(fraction) < Infinity; exponent--) fraction *= LARGE;
  for (; exponent < 0 && fraction !== 0; exponent++) fraction /= LARGE;
  return fraction;
}

const LARGE = 2 ** 400;

/** ln |det A| of an n×n matrix; −∞ where it is singular, NaN where an element is infinite. */
export function logDeterminantOf(a: Float64Array, n: number): number {
  if (!allFinite(a)) return Number.NaN;
  const { lu } = factorize(a, n);
  let total = 0;
  for (let i = 0; i < n; i++) total += Math.log(Math.abs(lu[i * n + i]!));
  return total;
}

/** The sign of the determinant of an n×n matrix; NaN where an element is infinite. */
export function determinantSignOf(a: Float64Array, n: number): number {
  if (!allFinite(a)) return Number.NaN;
  const { lu, sign } = factorize(a, n);
  let out = sign;
  for (let i = 0; i < n; i++) out *= Math.sign(lu[i * n + i]!);
  return out;
}
