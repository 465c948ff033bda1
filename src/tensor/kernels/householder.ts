import { absolute, allFinite, product, transposeOf } from "./dense.ts";
import { inverseOf } from "./lu.ts";

/** The factors of a matrix: orthonormal columns q, m×n, and the upper triangle r, n×n. */
export interface Qr {
  readonly q: Float64Array;
  readonly r: Float64Array;
}

/**
 * A = Q·R of an m×n matrix with m ≥ n by Householder reflections (G. H. Golub and C. F. Van Loan, Matrix Computations,
 * 5.2). As in LAPACK each reflection turns a column onto the axis away from its leading element, and one of a single
 * row is left out: rⱼⱼ has the sign that −aⱼⱼ has by then, but that of aₙₙ at the end of a square matrix.
 */
export function qrOf(a: Float64Array, m: number, n: number): Qr {
  if (!allFinite(a)) return nothing(m, n);
  const r = a.slice();
  const reflections: { readonly v: Float64Array; readonly tau: number }[] = [];
  for (let j = 0; j < Math.min(n, m - 1); j++) {
    const column = Float64Array.from({ length: m - j }, (_, i) => r[(j + i) * n + j]!);
    const length = Math.hypot(...column);
    const rest = Math.hypot(...column.subarray(1));
    if (rest === 0) {
      reflections.push({ v: column, tau: 0 });
      continue;
    }
    const turned = column[0]! > 0 ? -length : length;
    const tau = (turned - column[0]!) / turned;
    const v = column.map((x, i) => (i === 0 ? 1 : x / (column[0]! - turned)));
    reflections.push({ v, tau });
    reflect(r, n, j, v, tau);
    r[j * n + j] = turned;
    for (let i = j + 1; i < m; i++) r[i * n + j] = 0;
  }
  const q = new Float64Array(m * n);
  for (let j = 0; j < n; j++) q[j * n + j] = 1;
  for (let j = reflections.length - 1; j >= 0; j--) reflect(q, n, j, reflections[j]!.v, reflections[j]!.tau);
  return { q, r: r.subarray(0, n * n) };
}

/** NaN wherever a factor has an element of its own. */
function nothing(m: number, n: number): Qr {
  const r = Float64Array.from({ length: n * n }, (_, place) => (place % n < Math.floor(place / n) ? 0 : Number.NaN));
  return { q: new Float64Array(m * n).fill(Number.NaN), r };
}

/** (I − τ·v·vᵀ) times the rows of an n-column matrix from `from` on. */
function reflect(a: Float64Array, n: number, from: number, v: Float64Array, tau: number): void {
  if (tau === 0) return;
  for (let c = 0; c < n; c++) {
    let total = 0;
    for (let i = 0; i < v.length; i++) total += v[i]! * a[(from + i) * n + c]!;
    for (let i = 0; i < v.length; i++) a[(from + i) * n + c]! -= tau * v[i]! * total;
  }
}

/**
 * What changes of A, each of its column's length, change the factors by, to first order: with W = E·|R⁻¹| and T = |Qᵀ|·W,
 * |Q|·(T + strict lower triangle of T and its transpose) + W, and (the same)·|R|.
 */
export function qrMagnitudes(a: Float64Array, m: number, n: number): Qr {
  const { q, r } = qrOf(a, m, n);
  const lengths = Array.from({ length: n }, (_, j) =>
    Math.hypot(...Array.from({ length: m }, (__, i) => a[i * n + j]!)),
  );
  const changes = a.map((_, place) => lengths[place % n]!);
  const w = product(changes, absolute(inverseOf(r.slice(), n)), m, n, n);
  const t = product(transposeOf(absolute(q), m, n), w, n, m, n);
  const turned = t.map((x, place) => {
    const [row, column] = [Math.floor(place / n), place % n];
    return x + (row === column ? 0 : t[Math.max(row, column) * n + Math.min(row, column)]!);
  });
  const ofQ = product(absolute(q), turned, m, n, n).map((x, place) => x + w[place]!);
  const ofR = product(turned, absolute(r), n, n, n);
  return { q: ofQ, r: ofR };
}
