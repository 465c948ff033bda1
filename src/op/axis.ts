import type { Draw, Sample } from "./domain.ts";

/** Draws a shape and one of its axes, counted from either end. */
export function sampleAxis(draw: Draw): Sample<{ readonly axis?: number }> {
  const shape = draw.shape(1, 4);
  const axis = draw.integer(0, shape.length - 1);
  return { shapes: [shape], attrs: { axis: draw.flag() ? axis : axis - shape.length } };
}
