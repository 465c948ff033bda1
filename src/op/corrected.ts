import { normalizeAxes, sizeOf } from "../base/shape.ts";
import { real, type Attrs } from "./attrs.ts";
import type { Draw, Excuse, Sample } from "./domain.ts";
import { reduction, sampleReduction, type Reduction } from "./reduction.ts";

/** A reduction that divides by the number of elements less a correction. */
export interface Corrected extends Reduction {
  readonly correction?: number;
}

/** The attributes of a variance. */
export const corrected: Attrs<Corrected> = {
  ...reduction,
  correction: real("what the number of elements is less in the divisor; 1 makes the variance unbiased", 0),
};

/** What follows from two elements at the least, or none. */
export const LEAST_TWO: readonly Excuse[] = [
  { pair: ["rank=1", "dimensions=1"], because: "one element does not vary" },
];

/** Draws a reduction of two elements at least to each of its result, and a correction that leaves a positive divisor. */
export function sampleCorrected(draw: Draw): Sample<Corrected> {
  const {
    shapes: [drawn],
    attrs,
  } = sampleReduction(draw);
  const rank = drawn!.length;
  const chosen = rank === 0 ? [] : normalizeAxes("variance", attrs.axis ?? null, rank);
  if (sizeOf(drawn!) === 0 && chosen.length === rank) return { shapes: [drawn!], attrs: { ...attrs, correction: 0 } };
  if (chosen.length === 0) return { shapes: [[3]], attrs: { ...attrs, axis: draw.pick([null, 0, -1]), correction: 1 } };
  const first = chosen[0]!;
  // One of the axes has two elements or more, none of the others fewer than one.
  const shape = drawn!.map((d, i) => (i === first ? Math.max(2, d) : chosen.includes(i) ? Math.max(1, d) : d));
  const count = sizeOf(chosen.map((i) => shape[i]!));
  const correction = draw.pick([0, 1, 0.5, ...(count > 2 ? [2] : [])]);
  return { shapes: [shape], attrs: { ...attrs, correction } };
}
