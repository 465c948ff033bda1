import { InputError, ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import type { Pair } from "./attrs.ts";
import type { Draw } from "./domain.ts";

/** The number of places in a block. */
export function timesOf(block: Shape): number {
  return block.reduce((product, side) => product * side, 1);
}

/**
 * Checks the blocks that dimensions after the first are cut into or put together from.
 *
 * @throws ShapeError when x has too few dimensions, InputError for other sides or margins.
 */
export function checkBlocks(op: string, x: Shape, block: Shape, name: string, margins: readonly Pair[]): void {
  if (block.length === 0 || block.some((side) => side < 1))
    throw new InputError(`${op}: "block_shape" must hold sides of at least 1, got ${formatShape(block)}`);
  if (x.length < block.length + 1)
    throw new ShapeError(
      `${op}: expected x of rank ${String(block.length + 1)} or more for blocks ${formatShape(block)}, got ${formatShape(x)}`,
    );
  if (margins.length !== block.length || margins.some((pair) => Math.min(...pair) < 0))
    throw new InputError(
      `${op}: "${name}" must be two numbers of at least 0 for each of ${String(block.length)} sides, got ${JSON.stringify(margins)}`,
    );
}

/** How dimensions `[first, …, …rest]` are split into blocks, and the orders that bring the places in a block to the front and back. */
export function blocksOf(padded: Shape, block: Shape): { readonly split: Shape; readonly toFront: Shape } {
  const rank = block.length;
  const split = [padded[0]!, ...block.flatMap((side, d) => [padded[d + 1]! / side, side]), ...padded.slice(rank + 1)];
  const axes = block.map((_, d) => 2 * d + 1);
  const rest = padded.slice(rank + 1).map((_, d) => 2 * rank + 1 + d);
  return { split, toFront: [...axes.map((axis) => axis + 1), 0, ...axes, ...rest] };
}

/** Draws blocks, margins, and the dimensions behind them; all small. */
export function sampleBlocks(draw: Draw): {
  readonly block: Shape;
  readonly margins: readonly Pair[];
  readonly rest: Shape;
} {
  const rank = draw.integer(1, 3);
  const block = Array.from({ length: rank }, () => draw.integer(1, rank === 3 ? 2 : 3));
  const margins = block.map((): Pair => (draw.flag() ? [draw.integer(0, 1), draw.integer(0, 1)] : [0, 0]));
  const rest = draw.shape(0, Math.min(2, 3 - rank)).map((d) => Math.min(2, d));
  return { block, margins, rest };
}
