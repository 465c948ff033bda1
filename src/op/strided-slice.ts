import { ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import type { Draw, Sample } from "./domain.ts";

/** A strided slice in the notation of NumPy and TensorFlow: lists of entries, and masks about these. */
export interface StridedSlice {
  readonly begin: Shape;
  readonly end: Shape;
  readonly strides?: Shape | null;
  readonly begin_mask?: number;
  readonly end_mask?: number;
  readonly ellipsis_mask?: number;
  readonly new_axis_mask?: number;
  readonly shrink_axis_mask?: number;
}

/** What is taken of a dimension; null stands for a side that is left open. */
export interface StridedEntry {
  readonly axis: number;
  readonly begin: number | null;
  readonly end: number | null;
  readonly stride: number;
  /** Whether it is one element, without its dimension. */
  readonly single: boolean;
}

/**
 * One entry for each dimension of x, and null for each new one, in the order of the result.
 *
 * @throws ShapeError when the lists do not fit each other or x.
 */
export function densely(x: Shape, attrs: Required<StridedSlice>): readonly (StridedEntry | null)[] {
  const { begin, end, ellipsis_mask } = attrs;
  const strides = attrs.strides ?? begin.map(() => 1);
  if (end.length !== begin.length || strides.length !== begin.length)
    throw new ShapeError(
      `strided_slice: expected begin, end and strides of one length, got ${[begin, end, strides].map(formatShape).join(", ")}`,
    );
  if (begin.filter((_, i) => has(ellipsis_mask, i)).length > 1)
    throw new ShapeError(`strided_slice: expected one ellipsis at most, got ellipsis_mask ${String(ellipsis_mask)}`);
  const about = begin.filter((_, i) => !has(ellipsis_mask, i) && !has(attrs.new_axis_mask, i)).length;
  if (about > x.length)
    throw new ShapeError(
      `strided_slice: expected at most ${String(x.length)} entries for shape ${formatShape(x)}, got ${String(about)}`,
    );
  const entries: (StridedEntry | null)[] = [];
  let axis = 0;
  const whole = (): void => {
    for (let left = x.length - about; left > 0; left--)
      entries.push({ axis: axis++, begin: null, end: null, stride: 1, single: false });
  };
  begin.forEach((first, i) => {
    if (has(ellipsis_mask, i)) whole();
    else if (has(attrs.new_axis_mask, i)) entries.push(null);
    else {
      const single = has(attrs.shrink_axis_mask, i);
      entries.push({
        axis: axis++,
        begin: !single && has(attrs.begin_mask, i) ? null : first,
        end: has(attrs.end_mask, i) ? null : end[i]!,
        stride: strides[i]!,
        single,
      });
    }
  });
  if (axis < x.length) whole();
  return entries;
}

/**
 * Where an entry starts in a dimension of a length, and how many elements it takes.
 *
 * @throws ShapeError when it steps nowhere, or its one element is outside.
 */
export function extentOf(
  length: number,
  { axis, begin, end, stride, single }: StridedEntry,
): { readonly start: number; readonly count: number } {
  const fromFront = (i: number): number => (i < 0 ? i + length : i);
  if (stride === 0 || (single && stride < 0))
    throw new ShapeError(
      `strided_slice: expected a stride ${single ? "above" : "other than"} 0 in dimension ${String(axis)}, got ${String(stride)}`,
    );
  if (single) {
    const start = fromFront(begin!);
    if (start < 0 || start >= length)
      throw new ShapeError(
        `strided_slice: index ${String(begin)} is outside dimension ${String(axis)} of length ${String(length)}; valid: ${String(-length)} to ${String(length - 1)}`,
      );
    return { start, count: 1 };
  }
  const [low, high] = stride > 0 ? [0, length] : [-1, length - 1];
  const cut = (i: number): number => Math.min(Math.max(fromFront(i), low), high);
  const start = begin === null ? (stride > 0 ? low : high) : cut(begin);
  const stop = end === null ? (stride > 0 ? high : low) : cut(end);
  return { start, count: Math.max(0, Math.ceil((stop - start) / stride)) };
}

/** Draws a shape and a slice of it, with every kind of entry. */
export function sampleStridedSlice(draw: Draw): Sample<StridedSlice> {
  const shape = draw.shape(1, 6);
  const rank = shape.length;
  const ellipsis = draw.flag();
  // Dimensions that no entry is about: those of the ellipsis, or without one the last.
  const from = draw.integer(0, rank);
  const to = ellipsis ? draw.integer(from, rank) : rank;
  const begin: number[] = [];
  const end: number[] = [];
  const strides: number[] = [];
  const masks = { begin_mask: 0, end_mask: 0, ellipsis_mask: 0, new_axis_mask: 0, shrink_axis_mask: 0 };
  const push = (b: number, e: number, stride: number, ...set: readonly (keyof typeof masks)[]): void => {
    for (const mask of set) masks[mask] |= 1 << begin.length;
    begin.push(b);
    end.push(e);
    strides.push(stride);
  };
  let added = rank;
  for (let d = 0; d <= rank; d++) {
    if (ellipsis && d === from) push(0, 0, 1, "ellipsis_mask");
    if (added < 6 && draw.integer(0, 3) === 0) {
      push(0, 0, 1, "new_axis_mask");
      added++;
    }
    if (d === rank || (d >= from && d < to)) continue;
    const length = shape[d]!;
    const any = (): number => draw.integer(-length - 1, length + 1);
    if (length > 0 && draw.integer(0, 2) === 0) push(draw.integer(-length, length - 1), any(), 1, "shrink_axis_mask");
    else {
      const open = (["begin_mask", "end_mask"] as const).filter(() => draw.flag());
      push(any(), any(), draw.pick([1, 1, 2, -1, -2]), ...open);
    }
  }
  return {
    shapes: [shape],
    attrs: { begin, end, strides: strides.every((s) => s === 1) && draw.flag() ? null : strides, ...masks },
  };
}

/** Whether bit i of a mask is set. */
function has(mask: number, i: number): boolean {
  return (mask & (1 << i)) !== 0;
}
