import { UNIT_ROUNDOFF } from "../base/ulp.ts";
import { sizeOf } from "../base/shape.ts";
import { Tensor } from "../tensor/tensor.ts";

/** A function on tensors that may hold a batch of inputs, which it evaluates together. */
export type Batched = (inputs: readonly Tensor[]) => Tensor;

/** Derivatives estimated from values alone, each with a bound on its error; one of each a direction. */
export interface Differences {
  readonly estimate: Tensor;
  readonly bound: Tensor;
}

/** Relative steps in the order they are tried: the first is right for most functions, in float64. */
const STEPS = [1e-4, 2e-3, 1e-5, 2e-2, 1e-6] as const;
/** Steps that a disagreement has to stand up to: far inside those above, yet above the noise. */
const SMALL_STEPS = [6e-6, 4e-7, 2e-8] as const;
/** The step in proportion to an input nearer to zero than the largest of the steps, which may stand beside a pole there. */
const PROPORTION = 1e-3;
/** The bound in third-difference corrections: so many cover a jump of the slope right at the point. */
const CORRECTIONS = 8;
/** A bound below this share of the estimate needs no other step. */
const GOOD = 1e-6;
/** Perturbed inputs evaluated together. */
const CHUNK = 20;
/** Where the function is evaluated, in steps along the direction; the given point itself is the fourth. */
const STENCIL = [-1, 1, 2] as const;

/**
 * Derivatives of `f` along directions, by differences of its values at x − h, x, x + h and x + 2h (third order), all
 * directions and steps in batches. The step is adapted: where the bound is wide, others are tried and the tightest
 * counts.
 *
 * @param directions for each input the directions as a batch, or null where none moves it. All batches are equal.
 * @param noise how far each element of f's values may be from the truth by rounding, that of its inputs included.
 * @param claimed the derivatives under test, as a batch. One that lies outside its bound is tried with much smaller steps
 * too: a kink or a pole within the step makes a difference mean nothing, and then the bound is ∞.
 * @returns estimates and bounds, as batches of the shape of f's result. The bound is a multiple of the third-difference
 * correction, plus a guard of third order, plus what `noise` can amount to. Where values are not finite, nothing is
 * known: the estimate is NaN and the bound ∞.
 */
export function finiteDifference(
  f: Batched,
  at: readonly Tensor[],
  directions: readonly (Tensor | null)[],
  noise: Tensor,
  claimed?: Tensor,
): Differences {
  const count = directions.find((d) => d !== null)?.batch ?? 1;
  const here = f(at);
  const size = sizeOf(here.shape);
  const found = { estimate: new Float64Array(count * size), bound: new Float64Array(count * size) };
  found.bound.fill(Number.POSITIVE_INFINITY);
  const point: Point = { f, at, directions, noise, here };
  const isWide = (i: number): boolean => !(found.bound[i]! <= GOOD * Math.abs(found.estimate[i]!));
  for (const step of STEPS) {
    const wide = directionsWith(isWide, count, size);
    if (wide.length === 0) break;
    sweep(point, wide, step, (to, estimate, bound) => {
      // The first step stands until another does better, even where its bound is NaN.
      if (bound < found.bound[to]! || !(found.bound[to]! < Number.POSITIVE_INFINITY)) {
        found.estimate[to] = estimate;
        found.bound[to] = bound;
      }
    });
  }
  if (claimed !== undefined) openUnlessBorneOut(point, found, claimed.data, count, size);
  found.estimate.forEach((estimate, i) => {
    if (!Number.isFinite(estimate)) found.estimate[i] = Number.NaN;
    if (!Number.isFinite(estimate) || Number.isNaN(found.bound[i])) found.bound[i] = Number.POSITIVE_INFINITY;
  });
  return { estimate: new Tensor(here.shape, found.estimate, count), bound: new Tensor(here.shape, found.bound, count) };
}

/** Opens the bounds of claims that lie outside, unless they lie outside at much smaller steps as well. */
function openUnlessBorneOut(
  point: Point,
  { estimate, bound }: { readonly estimate: Float64Array; readonly bound: Float64Array },
  claimed: Float64Array,
  count: number,
  size: number,
): void {
  const outside = (i: number): boolean =>
    Number.isFinite(claimed[i]) && !(Math.abs(claimed[i]! - estimate[i]!) <= bound[i]!);
  const open = (to: number, nearer: number, allowed: number): void => {
    if (outside(to) && !(Math.abs(claimed[to]! - nearer) > allowed)) bound[to] = Number.POSITIVE_INFINITY;
  };
  for (const step of SMALL_STEPS) sweep(point, directionsWith(outside, count, size), step, open);
  // Near zero there may be a pole nearer than all of these: a step in proportion to the input itself.
  const tiny = directionsWith(outside, count, size).filter((n) => isTiny(scaleOf(point.at, point.directions, n, 0)));
  sweep(point, tiny, PROPORTION, open, 0);
}

interface Point {
  readonly f: Batched;
  readonly at: readonly Tensor[];
  readonly directions: readonly (Tensor | null)[];
  readonly noise: Tensor;
  /** The value at the point. */
  readonly here: Tensor;
}

/** The directions with an element of which `of` is so. */
function directionsWith(of: (i: number) => boolean, count: number, size: number): number[] {
  const chosen: number[] = [];
  for (let n = 0; n < count; n++) {
    let i = n * size;
    while (i < (n + 1) * size && !of(i)) i++;
    if (i < (n + 1) * size) chosen.push(n);
  }
  return chosen;
}

/** Estimates the derivatives along the chosen directions with one step, and hands each on with its place and bound. */
function sweep(
  point: Point,
  chosen: readonly number[],
  step: number,
  take: (to: number, estimate: number, bound: number) => void,
  least: number = 1,
): void {
  for (let first = 0; first < chosen.length; first += CHUNK)
    estimateChunk(point, chosen.slice(first, first + CHUNK), step, take, least);
}

function estimateChunk(
  { f, at, directions, noise, here }: Point,
  chosen: readonly number[],
  step: number,
  take: (to: number, estimate: number, bound: number) => void,
  least: number,
): void {
  const steps = chosen.map((n) => step * scaleOf(at, directions, n, least));
  const { data, batch } = f(at.map((x, k) => move(x, directions[k] ?? null, chosen, steps)));
  const size = sizeOf(here.shape);
  const rows = batch === 1 ? 0 : 1;
  chosen.forEach((n, c) => {
    const h = steps[c]!;
    for (let i = 0; i < size; i++) {
      const base = rows * c * STENCIL.length * size + i;
      const before = data[base]!;
      const after = data[base + rows * size]!;
      const twice = data[base + rows * 2 * size]!;
      const x = here.data[i]!;
      const central = (after - before) / (2 * h);
      const third = (twice - 3 * after + 3 * x - before) / (6 * h);
      const second = after - 2 * x + before;
      const rounding = (4 * noise.data[i]!) / h + 8 * UNIT_ROUNDOFF.float64 * Math.abs(central);
      take(n * size + i, central - third, CORRECTIONS * Math.abs(third) + h * Math.abs(second) + rounding);
    }
  });
}

function isTiny(scale: number): boolean {
  return scale > 0 && scale < STEPS[3];
}

/** The scale of a step along direction `n`: that of the elements it moves, at least `least`. */
function scaleOf(at: readonly Tensor[], directions: readonly (Tensor | null)[], n: number, least: number): number {
  let scale = least;
  let longest = 0;
  directions.forEach((d, k) => {
    if (d === null) return;
    const x = at[k]!.data;
    for (let i = 0; i < x.length; i++) {
      const along = Math.abs(d.data[n * x.length + i]!);
      if (along === 0) continue;
      longest = Math.max(longest, along);
      scale = Math.max(scale, Math.abs(x[i]!));
    }
  });
  return longest === 0 ? scale : scale / longest;
}

/** The points x + s·h·d of all chosen directions and all steps of the stencil, as a batch. */
function move(x: Tensor, d: Tensor | null, chosen: readonly number[], steps: readonly number[]): Tensor {
  if (d === null) return x;
  const size = x.data.length;
  const batch = chosen.length * STENCIL.length;
  const data = new Float64Array(batch * size);
  let at = 0;
  chosen.forEach((n, c) => {
    for (const s of STENCIL)
      for (let i = 0; i < size; i++) data[at++] = x.data[i]! + s * steps[c]! * d.data[n * size + i]!;
  });
  return new Tensor(x.shape, data, batch);
}
