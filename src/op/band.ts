import { ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import { placesFrom } from "../tensor/kernels/places.ts";
import type { Draw } from "./domain.ts";

/** Matrices of the last two dimensions: batches of none to four dimensions. */
export function drawMatrices(draw: Draw): Shape {
  return draw.shape(2, 6);
}

/** How many rows and columns the matrices have that the last two dimensions are. */
export function matrixOf(op: string, x: Shape): { readonly rows: number; readonly columns: number } {
  if (x.length < 2)
    throw new ShapeError(`${op}: expected matrices, of rank 2 or more, got shape ${formatShape(x)}; reshape it first`);
  return { rows: x.at(-2)!, columns: x.at(-1)! };
}

/** The places of what stands `low` to `high` above the main diagonal (below where that is negative); others are nowhere. */
export function bandPlaces(x: Shape, low: number, high: number): Int32Array {
  return placesFrom(x, x, (index) => {
    const above = index.at(-1)! - index.at(-2)!;
    return above >= low && above <= high ? index : null;
  });
}
