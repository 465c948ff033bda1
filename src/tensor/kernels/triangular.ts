import { absolute, identityMatrix, product } from "./dense.ts";

/** How a matrix is read as a triangular one, and on which side of the unknown it stands. */
export interface Triangle {
  readonly left_side: boolean;
  readonly lower: boolean;
  readonly transpose_a: boolean;
  readonly unit_diagonal: boolean;
}

/**
 * Fills `x` with the solution of op(a)·x = b, or of x·op(a) = b, by substitution; op(a) is n×n. NaN where it is singular
 * or an element that is read is infinite.
 */
export function triangularSolveInto(
  x: Float64Array,
  a: Float64Array,
  b: Float64Array,
  n: number,
  { left_side, lower, transpose_a, unit_diagonal }: Triangle,
): void {
  const count = n === 0 ? 0 : x.length / n;
  // From the right it is op(a)ᵀ·xᵀ = bᵀ, on rows of x in place of columns.
  const flipped = transpose_a === left_side;
  const [rowA, columnA] = flipped ? [1, n] : [n, 1];
  const [step, apart] = left_side ? [count, 1] : [1, n];
  const forward = lower !== flipped;
  const solvable = a.every((element, place) => {
    const [row, column] = [Math.floor(place / n), place % n];
    if (row === column) return unit_diagonal || (element !== 0 && Number.isFinite(element));
    return lower !== row > column || Number.isFinite(element);
  });
  for (let c = 0; c < count; c++) {
    let known = solvable;
    for (let i = 0; i < n; i++) known &&= Number.isFinite(b[i * step + c * apart]!);
    for (let l = 0; l < n; l++) {
      const i = forward ? l : n - 1 - l;
      let total = b[i * step + c * apart]!;
      for (let m = 0; m < l; m++) {
        const j = forward ? m : n - 1 - m;
        total -= a[i * rowA + j * columnA]! * x[j * step + c * apart]!;
      }
      x[i * step + c * apart] = !known ? Number.NaN : unit_diagonal ? total : total / a[i * n + i]!;
    }
  }
}

/** |op(a)⁻¹|·|op(a)|·|x|, or |x|·|op(a)|·|op(a)⁻¹|: what relative changes of a change x by. */
export function triangularMagnitudes(
  out: Float64Array,
  a: Float64Array,
  x: Float64Array,
  n: number,
  attrs: Triangle,
): void {
  const read = a.map((element, place) => {
    const [row, column] = [Math.floor(place / n), place % n];
    if (row === column) return attrs.unit_diagonal ? 1 : Math.abs(element);
    return attrs.lower === row > column ? Math.abs(element) : 0;
  });
  const inverted = new Float64Array(n * n);
  triangularSolveInto(inverted, a, identityMatrix(n), n, { ...attrs, transpose_a: false });
  const sizes = absolute(inverted);
  const both = attrs.left_side !== attrs.transpose_a ? product(sizes, read, n, n, n) : product(read, sizes, n, n, n);
  const count = n === 0 ? 0 : x.length / n;
  for (let c = 0; c < count; c++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const factor = attrs.left_side === !attrs.transpose_a ? both[i * n + j]! : both[j * n + i]!;
        const [to, from] = attrs.left_side ? [i * count + c, j * count + c] : [c * n + i, c * n + j];
        out[to]! += factor * Math.abs(x[from]!);
      }
}
