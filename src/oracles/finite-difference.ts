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
/** A bound below this share of the estimate needs no other step. */
const GOOD = 1e-6;
/** Perturbed inputs evaluated together. */
const CHUNK = 10;
/** Where the function is evaluated, in steps along the direction; the given point itself is the fourth. */
const STENCIL = [-1, 1, 2] as const;

/**
 * Derivatives of `f` along directions, by differences of its values at x − h, x, x + h and x + 2h (third order), all
 * directions and steps in batches. The step is adapted: where the bound is wide, others are tried and the tightest
 * counts.
 *
 * @param directions for each input the directions as a batch, or null where none moves it. All batches are equal.
 * @param noise how far each element of f's values may be from the truth by rounding, that of its inputs included.
 * @returns estimates and bounds, as batches of the shape of f's result. The bound is the size of the third-difference
 * correction, plus a guard of third order, plus what `noise` can amount to; it is NaN where a value is.
 */
export function finiteDifference(
  f: Batched,
  at: readonly Tensor[],
  directions: readonly (Tensor | null)[],
  noise: Tensor,
): Differences {
  const count = directions.find((d) => d !== null)?.batch ?? 1;
  const here = f(at);
  const size = sizeOf(here.shape);
  const estimate = new Float64Array(count * size);
  const bound = new Float64Array(count * size).fill(Number.POSITIVE_INFINITY);
  for (const step of STEPS) {
    const wide = needing(estimate, bound, count, size);
    for (let first = 0; first < wide.length; first += CHUNK)
      refine(f, at, directions, noise, here, wide.slice(first, first + CHUNK), step, estimate, bound);
    if (wide.length === 0) break;
  }
  return { estimate: new Tensor(here.shape, estimate, count), bound: new Tensor(here.shape, bound, count) };
}

/** The directions of which an estimate is not good yet. */
function needing(estimate: Float64Array, bound: Float64Array, count: number, size: number): number[] {
  const wide: number[] = [];
  for (let n = 0; n < count; n++) {
    for (let i = n * size; i < (n + 1) * size; i++) {
      if (!(bound[i]! <= GOOD * Math.abs(estimate[i]!))) {
        wide.push(n);
        break;
      }
    }
  }
  return wide;
}

function refine(
  f: Batched,
  at: readonly Tensor[],
  directions: readonly (Tensor | null)[],
  noise: Tensor,
  here: Tensor,
  chosen: readonly number[],
  step: number,
  estimate: Float64Array,
  bound: Float64Array,
): void {
  const steps = chosen.map((n) => step * scaleOf(at, directions, n));
  const moved = at.map((x, k) => move(x, directions[k] ?? null, chosen, steps));
  const values = f(moved);
  const size = sizeOf(here.shape);
  const data = values.data;
  const rows = values.batch === 1 ? 0 : 1;
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
      const error = Math.abs(third) + h * Math.abs(second) + rounding;
      const to = n * size + i;
      // The first step stands until another does better, even where its bound is NaN.
      if (error < bound[to]! || !(bound[to]! < Number.POSITIVE_INFINITY)) {
        estimate[to] = central - third;
        bound[to] = error;
      }
    }
  });
}

/** The scale of a step along direction `n`: that of the elements it moves, at least 1. */
function scaleOf(at: readonly Tensor[], directions: readonly (Tensor | null)[], n: number): number {
  let scale = 1;
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
