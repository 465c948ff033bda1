import { ShapeError } from "../base/errors.ts";
import { formatShape, sameShape, sizeOf, type Shape } from "../base/shape.ts";
import { integer, type Attr } from "./attrs.ts";
import type { Draw } from "./domain.ts";

/** How many of the last axes are brought to one scale together. */
export const normalizedRank: Attr<number> = integer("how many of the last axes are normalized together", 1);

/** The shape that is normalized, the end of the shape of x; parameters must have it. */
export function normalizedShape(op: string, [x, ...parameters]: readonly Shape[], rank: number): Shape {
  if (rank < 1 || rank > x!.length)
    throw new ShapeError(
      `${op}: expected a normalized_rank from 1 to the rank of x of shape ${formatShape(x!)}, got ${String(rank)}`,
    );
  const normalized = x!.slice(x!.length - rank);
  for (const parameter of parameters)
    if (!sameShape(parameter, normalized))
      throw new ShapeError(
        `${op}: expected parameters of the normalized shape ${formatShape(normalized)}, got ${formatShape(parameter)}`,
      );
  return normalized;
}

/** How many parts of x are normalized, each on its own. */
export function countOfRuns(x: Shape, rank: number): number {
  return sizeOf(x.slice(0, x.length - rank));
}

/** The last axes, counted from the end. */
export function lastAxes(rank: number): Shape {
  return Array.from({ length: rank }, (_, i) => i - rank);
}

/** Draws x, how many of its last axes are normalized, and the shape of parameters. */
export function sampleNormalized(draw: Draw): {
  readonly shape: Shape;
  readonly normalized_rank: number;
  readonly parameter: Shape;
} {
  const shape = draw.shape(1, 4);
  const normalized_rank = draw.integer(1, shape.length);
  return { shape, normalized_rank, parameter: shape.slice(shape.length - normalized_rank) };
}
