import type { Decimal } from "decimal.js";
import { GradientError } from "../base/errors.ts";
import { addRadii, Ball, magnitude } from "./ball.ts";
import type { Balls } from "./balls.ts";

/** A derivative that does not exist at the point: the function has a kink or a jump there, or ends. */
export class NotDifferentiableError extends GradientError {}

/** A function along a line: its values at a multiple of the step; where it is itself a difference, at that scale. */
export type Along = (multiple: number, scale: number) => readonly Ball[];

/** Whether the derivative of an element is asked for, by its place. */
export type Wanted = (place: number) => boolean;

/** The slopes of a function on both sides of a point, with the step that they were taken with. */
interface Slopes {
  readonly left: Ball;
  readonly right: Ball;
}

/** A kink halves nothing when the step is halved; a smooth function's slopes come together in proportion. */
const HARDLY_LESS = Math.log10(0.75);
/** Differences that grow by this or more when the step is halved grow without bound. */
const GROWING = Math.log10(1.25);

/**
 * Derivatives by central differences with a step and with half of it, extrapolated (L. F. Richardson, 1911). What the two
 * differ by bounds the error of the extrapolation.
 *
 * @param moves the bits of the moves that the differences are of.
 * @param wanted the elements that count; the others are 0.
 * @throws NotDifferentiableError where the slopes on both sides do not come together.
 */
export function centralDifferences(real: Balls, f: Along, step: Decimal, moves: number, wanted: Wanted): Ball[] {
  return slopesOf(real, f, step, moves, wanted).map((slopes) => {
    if (slopes === null) return real.real(0);
    const [wide, narrow] = slopes.map(({ left, right }) => real.div(real.add(left, right), 2)) as [Ball, Ball];
    if (!wide.mid.isFinite() || !narrow.mid.isFinite())
      throw new NotDifferentiableError("it or its derivative is not finite beside this point");
    if (haveKink(real, slopes))
      throw new NotDifferentiableError(
        `it has a kink here: its slopes are ${side(slopes[1].left)} before the point and ${side(slopes[1].right)} after it`,
      );
    if (surely(narrow, wide, GROWING)) throw new NotDifferentiableError("it jumps here, or is infinitely steep");
    return extrapolated(real, wide, narrow, 4);
  });
}

/** The slopes before and after the point, by one-sided differences, extrapolated; where a side is not finite it is NaN. */
export function oneSidedDifferences(real: Balls, f: Along, step: Decimal, moves: number, wanted: Wanted): Slopes[] {
  return slopesOf(real, f, step, moves, wanted).map((slopes) => {
    if (slopes === null) return { left: real.real(0), right: real.real(0) };
    const [wide, narrow] = slopes;
    for (const which of ["left", "right"] as const)
      if (surely(narrow[which], wide[which], GROWING))
        throw new NotDifferentiableError("it jumps here, or is infinitely steep");
    return {
      left: extrapolated(real, wide.left, narrow.left, 2),
      right: extrapolated(real, wide.right, narrow.right, 2),
    };
  });
}

/** The slopes with the step and with half of it; null where the moves do not reach. */
function slopesOf(real: Balls, f: Along, step: Decimal, moves: number, wanted: Wanted): ([Slopes, Slopes] | null)[] {
  const at = [1, 0.5].map((scale) => ({
    before: f(-scale, scale),
    here: f(0, scale),
    after: f(scale, scale),
    h: new Ball(step.times(scale), -Infinity, 0),
  }));
  return at[0]!.here.map((_, i) => {
    if (!wanted(i) || isStill(at[0]!, i, moves)) return null;
    return at.map(({ before, here, after, h }) => ({
      left: real.div(real.sub(here[i]!, before[i]!), h),
      right: real.div(real.sub(after[i]!, here[i]!), h),
    })) as [Slopes, Slopes];
  });
}

/** Whether the moves do not reach an element; one that a comparison chose may still jump. */
function isStill(
  { before, here, after }: Record<"before" | "here" | "after", readonly Ball[]>,
  i: number,
  moves: number,
): boolean {
  const [a, b, c] = [before[i]!, here[i]!, after[i]!];
  return ((a.moved | c.moved) & moves) !== moves && a.mid.equals(b.mid) && c.mid.equals(b.mid);
}

function haveKink(real: Balls, [wide, narrow]: readonly [Slopes, Slopes]): boolean {
  return surely(real.sub(narrow.right, narrow.left), real.sub(wide.right, wide.left), HARDLY_LESS);
}

/** Whether |x| is surely not 0 and more than 10^`factor` of |y|. */
function surely(x: Ball, y: Ball, factor: number): boolean {
  const [m, n] = [magnitude(x.mid), magnitude(y.mid)];
  return m > x.radius + 1 && m > n + factor && m > y.radius;
}

/** (2ᵖ·narrow − wide) / (2ᵖ − 1), known to what the two differ by. */
function extrapolated(real: Balls, wide: Ball, narrow: Ball, factor: 2 | 4): Ball {
  const moved = real.sub(narrow, wide);
  const { mid, radius } = real.div(real.sub(real.mul(factor, narrow), wide), factor - 1);
  return new Ball(mid, addRadii(radius, addRadii(magnitude(moved.mid), moved.radius)), moved.moved);
}

function side(slope: Ball): string {
  return String(slope.mid.toNumber());
}
