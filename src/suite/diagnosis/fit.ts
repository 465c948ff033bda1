import type { Case } from "../../checks/case.ts";
import type { Claim } from "../../checks/law.ts";

/** What an engine answered, beside what is right, and how far a right answer may be from it. */
export interface Answered extends Pick<Claim, "name" | "got" | "want" | "bounds"> {
  readonly case: Case;
  /** The order of the derivative; 0 for a value. */
  readonly order: number;
}

/** Says in a few words how an answer is wrong, where that fits every entry of it; null where it does not. */
export type Fit = (answered: Answered) => string | null;

/** Roundings of the answer itself that a fit allows for, in units of the bound. */
const ROOM = 4;

/** Whether an answer is another array, as far as rounding lets one tell. */
export function isNear(
  { got, want, bounds }: Pick<Answered, "got" | "want" | "bounds">,
  other: ArrayLike<number>,
): boolean {
  return got.data.every((g, i) => {
    const o = other[i]!;
    if (g === o || (Number.isNaN(g) && Number.isNaN(o))) return true;
    // The bound is that of the right entry; another one is as much less sure as it is larger.
    const size = Math.max(1, Math.abs(o) / Math.abs(want.data[i]! || 1));
    return Math.abs(g - o) <= ROOM * size * bounds.data[i]! + 1e-6 * Math.abs(o);
  });
}
