import { absolute, identityMatrix, product, transposeOf } from "./dense.ts";
import { triangularSolveInto } from "./triangular.ts";

/** Fills `out`, zeroed, with the lower factor of the symmetric part of an n×n matrix; NaN where it is not positive definite. */
export function choleskyInto(out: Float64Array, a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    const remainder = (i: number): number => {
      let total = mean(a[i * n + j]!, a[j * n + i]!);
      for (let k = 0; k < j; k++) total -= out[i * n + k]! * out[j * n + k]!;
      return total;
    };
    const square = remainder(j);
    if (!(square > 0 && square < Infinity)) {
      for (let i = 0; i < n; i++) out.fill(Number.NaN, i * n, i * n + i + 1);
      return;
    }
    const diagonal = Math.sqrt(square);
    out[j * n + j] = diagonal;
    for (let i = j + 1; i < n; i++) out[i * n + j] = remainder(i) / diagonal;
  }
}

/** The mean of two numbers, which neither overflows nor loses a bit of subnormal ones. */
function mean(x: number, y: number): number {
  return Number.isFinite(x + y) ? (x + y) / 2 : x / 2 + y / 2;
}

/** |L|·Φ(|L⁻¹|·|L|·|Lᵀ|·|L⁻ᵀ|): what relative changes of L·Lᵀ change L by, Φ being the lower triangle. */
export function choleskyMagnitudes(a: Float64Array, n: number): Float64Array {
  const factor = new Float64Array(n * n);
  choleskyInto(factor, a, n);
  const inverted = new Float64Array(n * n);
  triangularSolveInto(inverted, factor, identityMatrix(n), n, {
    left_side: true,
    lower: true,
    transpose_a: false,
    unit_diagonal: false,
  });
  const half = product(absolute(inverted), absolute(factor), n, n, n);
  const inner = product(half, transposeOf(half, n, n), n, n, n).map((x, place) =>
    place % n <= Math.floor(place / n) ? x : 0,
  );
  return product(absolute(factor), inner, n, n, n);
}
