import { jumpsAt, reals, wholes, type Draw, type Reals, type Sample } from "./domain.ts";
import type { ExactElement } from "./exact.ts";
import { reducedInto, sampleReduction, type Reduction } from "./reduction.ts";

/** Numbers of which it matters whether they are 0. */
export const zeroOrNot: Reals = reals(-4, 4, jumpsAt(0));

/** Draws a reduction of numbers some of which are 0, or of none that is. */
export function sampleTruth(draw: Draw): Sample<Reduction> {
  const sample = sampleReduction(draw);
  return draw.flag() ? sample : { ...sample, inputs: { x: wholes(-1, 1) } };
}

/** The definition of a reduction that looks at which elements are not 0. */
export function ofNonzero(op: string, of: (count: number, total: number) => number): ExactElement<Reduction> {
  return (real, [x], attrs) =>
    (index) => {
      const elements = reducedInto(op, x!, attrs, index);
      return real.real(of(elements.filter((element) => real.compare(element, 0) !== 0).length, elements.length));
    };
}
