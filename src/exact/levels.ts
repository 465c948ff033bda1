import { Decimal } from "decimal.js";
import { CotangentError } from "../base/errors.ts";
import { addRadii, magnitude, UndecidedError, type Ball } from "./ball.ts";
import { Balls } from "./balls.ts";

/** A computation that could not be decided with as many digits as there are. */
export class PrecisionError extends CotangentError {
  override readonly name = "PrecisionError";
}

/** The digits that are tried, and the step of differences, 10^−`step` of an input's scale. */
interface Level {
  readonly digits: number;
  readonly step: number;
  readonly last: boolean;
}

/** decimal.js knows ln 10 to 1025 digits, which is where its logarithms end. */
const MOST_DIGITS = 1000;
/** Steps smaller than the distance of any two float64 numbers of a size, so that no kink lies within one. */
const STEPS = [20, 50, 165, 330] as const;
/** 2⁻¹⁰⁷⁵, half of the smallest subnormal float64: what is smaller rounds to zero. */
const ROUNDS_TO_ZERO = -1075 * Math.log10(2);
/** A value this many digits nearer to the middle of two float64 numbers than to either stands on it. */
const TIE_DIGITS = 40;

/** The ends of a ball are not rounded: a radius may be far below the last digit of its middle. */
const Ends = Decimal.clone({ precision: 4 * MOST_DIGITS, minE: -9e15, maxE: 9e15 });

/**
 * Evaluates with more and more digits until every number is decided: all reals that it may be round to one float64.
 *
 * @param order of the derivative that is computed, 0 for values. An error of 10^−digits in the values leaves one of
 * 10^−digits / hᵒʳᵈᵉʳ in a difference with the step h, which is itself off by h².
 * @param room how many decimal digits lie between the scales at hand, which a step has to be told apart in.
 * @throws PrecisionError when the most digits leave a number undecided.
 */
export function decide(
  order: number,
  room: number,
  compute: (real: Balls, step: number) => readonly Ball[],
): Float64Array {
  for (const level of levelsOf(order, room)) {
    const rounded = roundAt(level, compute);
    if (rounded !== null) return rounded;
  }
  throw new PrecisionError(
    `exact: a number could not be decided with ${String(MOST_DIGITS)} digits; move the inputs a little`,
  );
}

/** The decimal digits that a value is first computed with; derivatives, and what these do not decide, have more. */
export const fewestDigits: number = levelsOf(0, 0)[0]!.digits;

function levelsOf(order: number, room: number): Level[] {
  const digitsFor = (step: number): number => Math.min(MOST_DIGITS, (2 + order) * step + 25 + Math.ceil(room));
  return [
    ...STEPS.map((step) => ({ step, digits: digitsFor(step), last: false })),
    // A tiny number beside large ones: not a smaller step but more digits tell it.
    { step: STEPS[1], digits: MOST_DIGITS, last: true },
  ];
}

function roundAt(level: Level, compute: (real: Balls, step: number) => readonly Ball[]): Float64Array | null {
  try {
    const rounded: number[] = [];
    for (const ball of compute(new Balls(level.digits, level.last, level.step), level.step)) {
      const x = roundBall(ball, level.last);
      if (x === null) return null;
      rounded.push(x);
    }
    return Float64Array.from(rounded);
  } catch (error) {
    if (error instanceof UndecidedError) return null;
    throw error;
  }
}

/** The float64 number nearest to every real of a ball, or null where they do not all have the same one. */
function roundBall({ mid, radius }: Ball, last: boolean): number | null {
  if (!mid.isFinite()) return mid.toNumber();
  // Reals have one zero.
  if (radius === -Infinity) return mid.isZero() ? 0 : mid.toNumber();
  const size = addRadii(magnitude(mid), radius);
  if (size < ROUNDS_TO_ZERO) return mid.isNegative() && magnitude(mid) > radius ? -0 : 0;
  const reach = Ends.pow(10, Math.ceil(radius));
  const [low, high] = [Ends.sub(mid, reach).toNumber(), Ends.add(mid, reach).toNumber()];
  if (low === high) return low;
  return last && radius < magnitude(mid) - TIE_DIGITS ? mid.toNumber() : null;
}
