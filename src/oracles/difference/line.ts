import { UNIT_ROUNDOFF, type Precision } from "../../base/ulp.ts";
import { Tensor } from "../../tensor/tensor.ts";

/** Inputs, and directions of each as a batch; null where none moves it. */
export interface Directions {
  readonly at: readonly Tensor[];
  readonly directions: readonly (Tensor | null)[];
  /** The precision that points are rounded to. */
  readonly precision: Precision;
}

/** One direction of a batch: its points are x + t·d/longest. */
export interface Line {
  /** Its place in the batch. */
  readonly n: number;
  /** The largest element of the direction, or the power of two below it where there are others: to divide by it is exact. */
  readonly longest: number;
  /** The size of the largest input that it moves, at least 1: what steps are a share of. */
  readonly scale: number;
  /** The smallest step by which an input that it moves comes to 0 or is doubled; ∞ where all are 0. */
  readonly nearest: number;
  /** The absolute value of the element that it moves, where it moves one alone. */
  readonly alone: number | null;
}

/** A step nearer than this to the rounding of x tells nothing. */
const LEAST_STEP = 16;

/** The line of direction `n`. */
export function lineOf({ at, directions }: Directions, n: number): Line {
  let [longest, scale, moved, alone] = [0, 1, 0, 0];
  eachMoved(at, directions, n, (x, d) => {
    longest = Math.max(longest, Math.abs(d));
    scale = Math.max(scale, Math.abs(x));
    alone = Math.abs(x);
    moved++;
  });
  if (moved > 1) longest = 2 ** Math.floor(Math.log2(longest));
  let nearest = Number.POSITIVE_INFINITY;
  eachMoved(at, directions, n, (x, d) => {
    if (x !== 0) nearest = Math.min(nearest, Math.abs(x) / (Math.abs(d) / longest));
  });
  return { n, longest, scale, nearest, alone: moved === 1 ? alone : null };
}

function eachMoved(
  at: readonly Tensor[],
  directions: readonly (Tensor | null)[],
  n: number,
  take: (x: number, d: number) => void,
): void {
  directions.forEach((direction, k) => {
    if (direction === null) return;
    const x = at[k]!.data;
    for (let i = 0; i < x.length; i++) {
      const d = direction.data[n * x.length + i]!;
      if (d !== 0) take(x[i]!, d);
    }
  });
}

/** A number as an engine of that precision stores it. */
function stored(x: number, precision: Precision): number {
  return precision === "float32" ? Math.fround(x) : x;
}

/**
 * The steps of a ladder of `count` rungs from `top` down. Where a line moves one element x alone, each is such that
 * x + h and x − h are numbers of the precision; a step larger than x is off by a rounding of itself at most.
 */
export function ladder(
  { alone, scale }: Line,
  top: number,
  ratio: number,
  count: number,
  precision: Precision,
): number[] {
  const size = alone ?? 0;
  return Array.from({ length: count }, (_, k) => top * ratio ** -k)
    .map((h) => (h > size ? h : stored(size + h, precision) - size))
    .filter((h) => h > LEAST_STEP * UNIT_ROUNDOFF[precision] * size && Number.isFinite(stored(scale + h, precision)));
}

/** The points of lines, each at its own offsets t, as one batch. */
export function pointsOf(
  { at, directions, precision }: Directions,
  lines: readonly Line[],
  offsets: readonly (readonly number[])[],
): Tensor[] {
  const batch = offsets.reduce((sum, ts) => sum + ts.length, 0);
  return at.map((x, k) => {
    const direction = directions[k] ?? null;
    if (direction === null) return x;
    const size = x.data.length;
    const data = new Float64Array(batch * size);
    let to = 0;
    lines.forEach(({ n, longest }, l) => {
      for (const t of offsets[l]!)
        for (let i = 0; i < size; i++)
          data[to++] = stored(x.data[i]! + t * (direction.data[n * size + i]! / longest), precision);
    });
    return new Tensor(x.shape, data, batch);
  });
}
