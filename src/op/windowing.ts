import { InputError, ShapeError } from "../base/errors.ts";
import { formatShape, indicesOf, type Shape } from "../base/shape.ts";
import { oneOf, type Attr, type Attrs } from "./attrs.ts";

/** How much is put around the spatial dimensions: by a rule, a number on every side, or pairs [before, after]. */
export type Padding = "same" | "valid" | number | readonly (readonly [number, number])[];

/** How windows move over the spatial dimensions. */
export interface Windowing {
  readonly strides?: number | Shape;
  readonly padding?: Padding;
  readonly dilations?: number | Shape;
  readonly dim_rounding_mode?: null | "floor" | "round" | "ceil";
}

/** Windows in numbers, one for each spatial dimension. */
export interface Windows {
  readonly window: Shape;
  readonly strides: Shape;
  readonly dilations: Shape;
  /** What is asked for before and after. */
  readonly before: Shape;
  readonly after: Shape;
  /** How many windows there are. */
  readonly out: Shape;
}

const isWhole = (least: number) => (x: unknown) => Number.isSafeInteger(x) && (x as number) >= least;
const isPair = (x: unknown): boolean => Array.isArray(x) && x.length === 2 && x.every(isWhole(0));

const isPositive = (x: unknown): boolean => isWhole(1)(x) || (Array.isArray(x) && x.every(isWhole(1)));

/** One number for all spatial dimensions or one for each, at least 1. */
export function eachDimension(doc: string, fallback?: number): Attr<number | Shape> {
  return { doc, type: "integer | integer[]", fallback, accepts: isPositive };
}

const padding: Attr<Padding> = {
  doc: "around the spatial dimensions: as much as makes ⌈length / stride⌉ windows, nothing, a number, or pairs [before, after]",
  type: '"same" | "valid" | integer | [integer, integer][]',
  fallback: "valid",
  accepts: (x) => x === "same" || x === "valid" || isWhole(0)(x) || (Array.isArray(x) && x.every(isPair)),
};

/** The attributes of windows. */
export const windowing: Attrs<Windowing> = {
  strides: eachDimension("how far apart windows are", 1),
  padding,
  dilations: eachDimension("how far apart the elements of a window are", 1),
  dim_rounding_mode: oneOf(
    'how the number of windows is rounded where the last one does not fit (null: "floor"); "same" needs none',
    [null, "floor", "round", "ceil"],
  ),
};

/** One number for each of `rank` dimensions. */
export function perDimension(op: string, name: string, given: number | Shape, rank: number): Shape {
  if (typeof given === "number") return Array.from({ length: rank }, () => given);
  if (given.length !== rank)
    throw new InputError(
      `${op}: "${name}" must be one integer or ${String(rank)}, one a spatial dimension, got ${formatShape(given)}`,
    );
  return given;
}

/**
 * Windows of `window` over spatial dimensions `spatial`.
 *
 * @throws ShapeError where a window is larger than what it moves over.
 */
export function windowsOver(op: string, spatial: Shape, window: Shape, attrs: Required<Windowing>): Windows {
  const rank = spatial.length;
  const strides = perDimension(op, "strides", attrs.strides, rank);
  const dilations = perDimension(op, "dilations", attrs.dilations, rank);
  const pads = spatial.map((length, d) => {
    if (attrs.padding === "valid") return [0, 0];
    if (typeof attrs.padding === "number") return [attrs.padding, attrs.padding];
    if (attrs.padding !== "same") return attrs.padding[d] ?? [0, 0];
    const span = (Math.ceil(length / strides[d]!) - 1) * strides[d]! + extent(window[d]!, dilations[d]!);
    const total = Math.max(0, span - length);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  });
  if (typeof attrs.padding === "object" && attrs.padding.length !== rank)
    throw new InputError(
      `${op}: "padding" needs ${String(rank)} pairs [before, after], one a spatial dimension, got ${String(attrs.padding.length)}`,
    );
  const out = spatial.map((length, d) => {
    const room = length + pads[d]![0] + pads[d]![1] - extent(window[d]!, dilations[d]!);
    if (room < 0 || window[d] === 0)
      throw new ShapeError(
        `${op}: a window of ${String(window[d])} with dilation ${String(dilations[d])} does not fit into dimension ${String(d)} of ${String(length)} with padding ${formatShape(pads[d]!)}`,
      );
    if (attrs.padding === "same") return Math.ceil(length / strides[d]!);
    return rounded(room / strides[d]!, attrs.dim_rounding_mode) + 1;
  });
  return { window, strides, dilations, before: pads.map(([b]) => b), after: pads.map(([, a]) => a), out };
}

function rounded(x: number, mode: Required<Windowing>["dim_rounding_mode"]): number {
  return mode === "ceil" ? Math.ceil(x) : mode === "round" ? Math.round(x) : Math.floor(x);
}

/** How far a window reaches. */
export function extent(window: number, dilation: number): number {
  return (window - 1) * dilation + 1;
}

/** How much is needed after each dimension for all windows to fit; negative where elements are left over. */
export function neededAfter(spatial: Shape, { window, strides, dilations, before, out }: Windows): Shape {
  return spatial.map((d, i) => (out[i]! - 1) * strides[i]! + extent(window[i]!, dilations[i]!) - d - before[i]!);
}

/** The spatial index that element `within` of window `at` looks at; it may lie outside. */
export function indexIn({ strides, dilations, before }: Windows, at: Shape, within: Shape): Shape {
  return at.map((o, d) => o * strides[d]! - before[d]! + within[d]! * dilations[d]!);
}

/** Whether a spatial index lies inside, or in the margins given. */
export function isInside(index: Shape, spatial: Shape, before: Shape = [], after: Shape = []): boolean {
  return index.every((i, d) => i >= -(before[d] ?? 0) && i < spatial[d]! + (after[d] ?? 0));
}

/** Whether every window has an element. */
export function allHoldSome(spatial: Shape, windows: Windows): boolean {
  const within = indicesOf(windows.window);
  return indicesOf(windows.out).every((at) => within.some((k) => isInside(indexIn(windows, at, k), spatial)));
}
