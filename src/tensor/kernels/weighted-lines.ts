import type { Shape } from "../../base/shape.ts";
import type { Tensor } from "../tensor.ts";
import { eachMember } from "./members.ts";

/** A matrix `[rows, columns]` that lines are multiplied by, row-major. */
export interface LineWeights {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** The matrix times each line along the middle dimension of x: `[outer, columns, inner] → [outer, rows, inner]`. Weights of 0 look at nothing. */
export function weightLines(x: Tensor, { rows, columns, data }: LineWeights, shape: Shape): Tensor {
  const [outer, , inner] = shape as [number, number, number];
  return eachMember([x], shape, (out, from) => {
    for (let o = 0; o < outer; o++)
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) {
          const weight = data[r * columns + c]!;
          if (weight === 0) continue;
          const [to, at] = [(o * rows + r) * inner, (o * columns + c) * inner];
          for (let i = 0; i < inner; i++) out[to + i]! += weight * from[at + i]!;
        }
  });
}

/** The matrix with rows and columns swapped. */
export function swapped({ rows, columns, data }: LineWeights): LineWeights {
  const place = (i: number): number => (i % rows) * columns + Math.floor(i / rows);
  return { rows: columns, columns: rows, data: data.map((_, i) => data[place(i)]!) };
}
