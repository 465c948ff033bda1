import { jumpsAt, reals, type Reals } from "./domain.ts";
import type { ExactElement } from "./exact.ts";
import { reducedInto, type Reduction } from "./reduction.ts";

/** Numbers of which it matters whether they are 0. */
export const zeroOrNot: Reals = reals(-4, 4, jumpsAt(0));

/** The definition of a reduction that looks at which elements are not 0. */
export function ofNonzero(op: string, of: (count: number, total: number) => number): ExactElement<Reduction> {
  return (real, [x], attrs) =>
    (index) => {
      const elements = reducedInto(op, x!, attrs, index);
      return real.real(of(elements.filter((element) => real.compare(element, 0) !== 0).length, elements.length));
    };
}
