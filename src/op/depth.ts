import { InputError, ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import { integer, oneOf, type Attrs } from "./attrs.ts";
import type { Draw } from "./domain.ts";

/** The side of the blocks, and the order of dimensions. */
export interface Depth {
  readonly block_size: number;
  readonly data_format?: "NHWC" | "NCHW";
}

/** The attributes of {@link Depth}. */
export const depth: Attrs<Depth> = {
  block_size: integer("the side of a block, at least 2"),
  data_format: oneOf("whether channels are the last dimension or the second", ["NHWC", "NCHW"]),
};

/**
 * Checks images and a block.
 *
 * @throws ShapeError for x of another rank, InputError for a side less than 2.
 */
export function checkDepth(op: string, x: Shape, { block_size, data_format }: Required<Depth>): void {
  if (x.length !== 4) throw new ShapeError(`${op}: expected x of rank 4 (${data_format}), got ${formatShape(x)}`);
  if (block_size < 2) throw new InputError(`${op}: "block_size" must be at least 2, got ${String(block_size)}`);
}

/** The parts of an index or a shape: batch, height, width, channels. */
export function partsOfImages(x: Shape, { data_format }: Required<Depth>): readonly [number, number, number, number] {
  const [n, a, b, c] = x as [number, number, number, number];
  return data_format === "NHWC" ? [n, a, b, c] : [n, b, c, a];
}

/** These parts as an index or a shape. */
export function imagesOf([n, h, w, c]: readonly [number, number, number, number], attrs: Required<Depth>): Shape {
  return attrs.data_format === "NHWC" ? [n, h, w, c] : [n, c, h, w];
}

/**
 * Images of `[batch, height, width, channels]` blocks: their dimensions with the places of the blocks among the channels,
 * the order of these that puts the places behind height and width, the images then, and the order back.
 */
export function depthPlan(
  [n, h, w, c]: readonly [number, number, number, number],
  attrs: Required<Depth>,
): {
  readonly deep: Shape;
  readonly toWide: Shape;
  readonly wide: Shape;
  readonly toDeep: Shape;
} {
  const b = attrs.block_size;
  return attrs.data_format === "NHWC"
    ? { deep: [n, h, w, b, b, c], toWide: [0, 1, 3, 2, 4, 5], wide: [n, h, b, w, b, c], toDeep: [0, 1, 3, 2, 4, 5] }
    : { deep: [n, b, b, c, h, w], toWide: [0, 3, 4, 1, 5, 2], wide: [n, c, h, b, w, b], toDeep: [0, 3, 5, 1, 2, 4] };
}

/** Draws the parts of images of few blocks, and the attributes. */
export function sampleDepth(draw: Draw): {
  readonly parts: readonly [number, number, number, number];
  readonly attrs: Required<Depth>;
} {
  const few = (): number => Math.min(2, draw.dimension());
  return {
    parts: [few(), few(), few(), few()],
    attrs: { block_size: draw.pick([2, 2, 3]), data_format: draw.pick(["NHWC", "NCHW"]) },
  };
}
