import { InputError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import type { Pair } from "./attrs.ts";

/** A shape with `paddings[d]` elements more before and after along dimension d. */
export function padded(shape: Shape, paddings: readonly Pair[]): Shape {
  return shape.map((length, d) => paddings[d]![0] + length + paddings[d]![1]);
}

/**
 * Checks the paddings of a tensor.
 *
 * @throws InputError unless there are two for each dimension, 0 or more.
 */
export function checkPaddings(op: string, shape: Shape, paddings: readonly Pair[]): void {
  if (paddings.length !== shape.length || paddings.some(([before, after]) => before < 0 || after < 0))
    throw new InputError(
      `${op}: expected two paddings that are 0 or more for each of ${String(shape.length)} dimensions, got [${paddings.map(formatShape).join(",")}]`,
    );
}
