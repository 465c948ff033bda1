import { indexAt } from "../../base/shape.ts";
import { determinantOf } from "./lu.ts";

/**
 * Fills `out` with the derivatives of order `order` of the determinant of an n×n matrix, one for each list of elements
 * (row, column, row, column, …): the determinant of what is left without their rows and columns, or minus it.
 */
export function minorsInto(out: Float64Array, a: Float64Array, n: number, order: number): void {
  const dimensions = Array.from({ length: 2 * order }, () => n);
  for (let place = 0; place < out.length; place++) {
    const index = indexAt(place, dimensions);
    const rows = index.filter((_, d) => d % 2 === 0);
    const columns = index.filter((_, d) => d % 2 === 1);
    const sign = crossing(rows) * crossing(columns);
    if (sign !== 0) out[place] = sign * determinantOf(without(a, n, rows, columns), n - order);
  }
}

/** The sign of moving these rows to the front, in this order; 0 where one is there twice. */
function crossing(rows: readonly number[]): number {
  let swaps = 0;
  for (let k = 0; k < rows.length; k++) {
    const [row, before] = [rows[k]!, rows.slice(0, k)];
    if (before.includes(row)) return 0;
    // It passes the rows above it that are still in place.
    swaps += row - before.filter((other) => other < row).length;
  }
  return swaps % 2 === 0 ? 1 : -1;
}

function without(a: Float64Array, n: number, rows: readonly number[], columns: readonly number[]): Float64Array {
  return a.filter((_, place) => !rows.includes(Math.floor(place / n)) && !columns.includes(place % n));
}

/** Σ |aᵢⱼ|·|∂D/∂aᵢⱼ| for each derivative D of `order`: what relative changes of the elements change it by. */
export function minorMagnitudesInto(out: Float64Array, a: Float64Array, n: number, order: number): void {
  const next = new Float64Array(n * n * out.length);
  minorsInto(next, a, n, order + 1);
  for (let place = 0; place < out.length; place++) {
    let total = 0;
    for (let i = 0; i < n * n; i++) total += Math.abs(a[i]! * next[place * n * n + i]!);
    out[place] = total;
  }
}
