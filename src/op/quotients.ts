import { reals, type Draw, type Reals, type Sample } from "./domain.ts";

/** Intervals of dividends and divisors whose quotients are all between the same two whole numbers, where ⌊x / y⌋ jumps. */
const BETWEEN: readonly Readonly<Record<"x" | "y", Reals>>[] = [
  { x: reals(4.25, 4.75), y: reals(2.5, 4) },
  { x: reals(0.5, 2.25), y: reals(2.5, 4) },
  { x: reals(-2.25, -0.5), y: reals(2.5, 4) },
  { x: reals(9.5, 9.75), y: reals(3.375, 4.5) },
  { x: reals(4.25, 4.75), y: reals(-4, -2.5) },
  { x: reals(-9.75, -9.5), y: reals(-4.5, -3.375) },
];

/** The intervals that stand unless a sample has others. */
export const quotientDomain: Readonly<Record<"x" | "y", Reals>> = BETWEEN[0]!;

/** Draws shapes that broadcast, and on which side of zero and between which whole numbers the quotients lie. */
export function sampleQuotients(draw: Draw): Sample<object> {
  return { inputs: draw.pick(BETWEEN), shapes: draw.broadcastable(2), attrs: {} };
}
