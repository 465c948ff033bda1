/** Small dense matrices, row-major in flat arrays, one at a time. */

/** The product of an m×k and a k×n matrix. */
export function product(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let l = 0; l < k; l++) for (let j = 0; j < n; j++) out[i * n + j]! += a[i * k + l]! * b[l * n + j]!;
  return out;
}

/** The transpose of an m×n matrix. */
export function transposeOf(a: Float64Array, m: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out[j * m + i] = a[i * n + j]!;
  return out;
}

/** Whether no element is infinite or NaN. */
export function allFinite(a: Float64Array): boolean {
  return a.every((x) => Number.isFinite(x));
}

/** The absolute values. */
export function absolute(a: Float64Array): Float64Array {
  return a.map((x) => Math.abs(x));
}

/** The identity. */
export function identityMatrix(n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) out[i * n + i] = 1;
  return out;
}
