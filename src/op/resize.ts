import { InputError, ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import { flag, integers, type Attrs } from "./attrs.ts";
import type { Draw, Sample } from "./domain.ts";
import { layoutOf } from "./layout.ts";

/** The height and width to bring images to, and where the new pixels look. */
export interface Resize {
  readonly size: Shape;
  readonly align_corners?: boolean;
  readonly half_pixel_centers?: boolean;
}

/** The attributes of {@link Resize}. */
export const resize: Attrs<Resize> = {
  size: integers("the new height and width, at least 1"),
  align_corners: flag("whether the centres of the outermost pixels stay where they are"),
  half_pixel_centers: flag("whether the centre of a pixel is half a pixel from its edge, not on it"),
};

/**
 * The shape of resized images.
 *
 * @throws ShapeError for x of another rank or without pixels, InputError for another size, or for both flags.
 */
export function shapeResized(op: string, x: Shape, attrs: Required<Resize>): Shape {
  const { spatial } = layoutOf(op, x, 2, "NHWC");
  if (attrs.size.length !== 2 || attrs.size.some((length) => length < 1))
    throw new InputError(`${op}: "size" must be a height and a width of at least 1, got ${formatShape(attrs.size)}`);
  if (attrs.align_corners && attrs.half_pixel_centers)
    throw new InputError(`${op}: "align_corners" and "half_pixel_centers" exclude each other; give one of them`);
  if (spatial.includes(0)) throw new ShapeError(`${op}: expected images that have pixels, got ${formatShape(x)}`);
  return [...x.slice(0, -3), ...attrs.size, x.at(-1)!];
}

/** How a dimension of `from` pixels becomes one of `to`: pixel i looks at `first + i·step / unit`. */
export interface Steps {
  readonly step: number;
  readonly unit: number;
}

/** The steps of {@link Resize} along one dimension: the ratio of the lengths, or of the distances between corners. */
export function stepsOf(from: number, to: number, { align_corners }: Required<Resize>): Steps {
  return align_corners && to > 1 ? { step: from - 1, unit: to - 1 } : { step: from, unit: to };
}

/**
 * Draws images of few pixels and what to make of them.
 *
 * @param leastAligned the fewest pixels of a side where corners are aligned.
 */
export function sampleResize(draw: Draw, leastAligned: number = 1): Sample<Required<Resize>> {
  const [align_corners, half_pixel_centers] = draw.pick([
    [false, false],
    [true, false],
    [false, true],
  ]) as readonly [boolean, boolean];
  const side = (): number => draw.integer(align_corners ? leastAligned : 1, 4);
  const own = [side(), side(), Math.min(2, draw.dimension())];
  return {
    shapes: [draw.flag() ? [Math.min(2, draw.dimension()), ...own] : own],
    attrs: { size: [draw.integer(1, 5), draw.integer(1, 5)], align_corners, half_pixel_centers },
  };
}
