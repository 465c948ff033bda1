import { broadcastShapes, sizeOf, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";
import { expand } from "./map.ts";

/**
 * The matrix product of stacks of matrices, `[…,m,k] × […,k,n] → […,m,n]`, either side read transposed where its flag
 * says so. Every sum runs over k in order from 0, in each of the forms below, so a batched product has the bits of
 * the products one by one.
 */
export function matmul(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean): Tensor {
  const [m, k] = matrixOf(a.shape, transposeA);
  const [, n] = matrixOf(b.shape, transposeB);
  const stack = broadcastShapes("matmul", a.shape.slice(0, -2), b.shape.slice(0, -2));
  const batch = Math.max(a.batch, b.batch);
  const shape = [...stack, m, n];
  const count = batch * sizeOf(stack);
  const out = allocate(count * m * n);
  const result = new Tensor(shape, out, batch);
  if (k === 0 || out.length === 0) return result;
  if (b.data.length === k * n && !transposeA) {
    // One matrix on the right: all rows on the left, of every direction and stack, are rows of one product.
    gemm(out, 0, (a.data.length / (m * k)) * m, k, n, a.data, 0, false, b.data, 0, transposeB);
    return result;
  }
  if (a.data.length === m * k && n === 1) {
    // One matrix on the left and vectors on the right: out[s, i] = Σ b[s, k] a[i, k], one product again.
    gemm(out, 0, count, k, m, expandStack(b, stack, batch).data, 0, false, a.data, 0, !transposeA);
    return result;
  }
  const left = expandStack(a, stack, batch).data;
  const right = expandStack(b, stack, batch).data;
  const [stepA, stepB] = [left.length === m * k ? 0 : m * k, right.length === k * n ? 0 : k * n];
  for (let s = 0; s < count; s++)
    gemm(out, s * m * n, m, k, n, left, s * stepA, transposeA, right, s * stepB, transposeB);
  return result;
}

/** Rows and columns of the last two dimensions, as read. */
export function matrixOf(shape: Shape, transposed: boolean): readonly [number, number] {
  const rows = shape[shape.length - 2]!;
  const columns = shape[shape.length - 1]!;
  return transposed ? [columns, rows] : [rows, columns];
}

/** `x` with its stack of matrices broadcast to `stack` and `batch`; as it is where it holds a single matrix. */
function expandStack(x: Tensor, stack: Shape, batch: number): Tensor {
  const matrix = x.shape.slice(-2);
  return x.data.length === sizeOf(matrix) ? x : expand(x, [...stack, ...matrix], batch);
}

/** C[m,n] = A[m,k] · B[k,n] at offsets in flat arrays; C starts at zero. */
function gemm(
  c: Float64Array,
  atC: number,
  m: number,
  k: number,
  n: number,
  a: Float64Array,
  atA: number,
  transposeA: boolean,
  b: Float64Array,
  atB: number,
  transposeB: boolean,
): void {
  const rowA = transposeA ? 1 : k;
  const stepA = transposeA ? m : 1;
  const rowB = transposeB ? 1 : n;
  const stepB = transposeB ? k : 1;
  let i = 0;
  for (; i + 1 < m; i += 2) {
    let j = 0;
    for (; j + 3 < n; j += 4) {
      let c00 = 0, c01 = 0, c02 = 0, c03 = 0, c10 = 0, c11 = 0, c12 = 0, c13 = 0; // prettier-ignore
      let p0 = atA + i * rowA;
      let p1 = p0 + rowA;
      let q = atB + j * stepB;
      const q1 = stepB, q2 = 2 * stepB, q3 = 3 * stepB; // prettier-ignore
      for (let l = 0; l < k; l++) {
        const x0 = a[p0]!;
        const x1 = a[p1]!;
        const y0 = b[q]!;
        const y1 = b[q + q1]!;
        const y2 = b[q + q2]!;
        const y3 = b[q + q3]!;
        c00 += x0 * y0;
        c01 += x0 * y1;
        c02 += x0 * y2;
        c03 += x0 * y3;
        c10 += x1 * y0;
        c11 += x1 * y1;
        c12 += x1 * y2;
        c13 += x1 * y3;
        p0 += stepA;
        p1 += stepA;
        q += rowB;
      }
      const at = atC + i * n + j;
      c[at] = c00;
      c[at + 1] = c01;
      c[at + 2] = c02;
      c[at + 3] = c03;
      c[at + n] = c10;
      c[at + n + 1] = c11;
      c[at + n + 2] = c12;
      c[at + n + 3] = c13;
    }
    for (; j < n; j++) {
      c[atC + i * n + j] = dot(k, a, atA + i * rowA, stepA, b, atB + j * stepB, rowB);
      c[atC + (i + 1) * n + j] = dot(k, a, atA + (i + 1) * rowA, stepA, b, atB + j * stepB, rowB);
    }
  }
  for (; i < m; i++)
    for (let j = 0; j < n; j++) c[atC + i * n + j] = dot(k, a, atA + i * rowA, stepA, b, atB + j * stepB, rowB);
}

/** Σ a[p + l·s] · b[q + l·t] over l from 0 to k − 1. */
function dot(k: number, a: Float64Array, p: number, s: number, b: Float64Array, q: number, t: number): number {
  let total = 0;
  for (let l = 0; l < k; l++) total += a[p + l * s]! * b[q + l * t]!;
  return total;
}
