import { ShapeError } from "../base/errors.ts";
import { formatShape, indicesOf, sizeOf, type Shape } from "../base/shape.ts";
import type { Attr, Attrs } from "./attrs.ts";
import { dataFormat } from "./convolution.ts";
import type { Excuse } from "./domain.ts";
import type { Draw, Sample } from "./domain.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";
import {
  backToLayout,
  channelsLast,
  elementAt,
  laidOut,
  layoutOf,
  partsOf,
  type Format,
  type Layout,
  type Rank,
} from "./layout.ts";
import { oneOrEach, sampleFilledWindows, sampleImages } from "./spatial-samples.ts";
import {
  allHoldSome,
  eachDimension,
  indexIn,
  isInside,
  perDimension,
  windowing,
  windowsOver,
  type Windowing,
  type Windows,
} from "./windowing.ts";

/** The attributes of all poolings of `R` spatial dimensions. */
export interface Pooling<R extends Rank> extends Pick<Windowing, "padding" | "dim_rounding_mode"> {
  readonly window: number | Shape;
  readonly strides?: number | Shape | null;
  readonly data_format?: Format<R>;
}

/** What a pooling is read from: those that have no dilations have 1. */
export type AnyPooling = Required<Pooling<Rank>> & Pick<Windowing, "dilations">;

const strides: Attr<number | Shape | null> = {
  ...eachDimension("how far apart windows are; null: as far as they are long"),
  type: "integer | integer[] | null",
  fallback: null,
  accepts: (x) => x === null || windowing.strides.accepts(x),
};

/** The attributes of all poolings. */
export function pooling<R extends Rank>(rank: R): Attrs<Pooling<R>> {
  return {
    window: eachDimension("how long windows are"),
    strides,
    padding: windowing.padding,
    dim_rounding_mode: windowing.dim_rounding_mode,
    data_format: dataFormat(rank),
  };
}

/** A pooling's dimensions, read from shapes and attributes. */
export interface PoolingPlan {
  readonly layout: Layout;
  readonly windows: Windows;
}

/**
 * Reads a pooling.
 *
 * @throws ShapeError where x has another rank, or a window holds no element.
 */
export function poolingPlan(op: string, rank: number, x: Shape, attrs: AnyPooling): PoolingPlan {
  const layout = layoutOf(op, x, rank, attrs.data_format);
  const window = perDimension(op, "window", attrs.window, rank);
  const windows = windowsOver(op, layout.spatial, window, {
    strides: attrs.strides ?? window,
    padding: attrs.padding,
    dilations: attrs.dilations ?? 1,
    dim_rounding_mode: attrs.dim_rounding_mode,
  });
  if (!allHoldSome(layout.spatial, windows))
    throw new ShapeError(
      `${op}: a window of ${formatShape(window)} over ${formatShape(layout.spatial)} lies in the padding; choose less padding or another dim_rounding_mode`,
    );
  return { layout, windows };
}

/** The shape of a pooling's result. */
export function shapePooled({ layout, windows }: PoolingPlan): Shape {
  return laidOut(layout, windows.out, layout.channels);
}

/** The elements of all windows side by side, `[batch, windows, elements of a window, channels]`, and which of them are inside. */
interface Gathered<V> {
  readonly elements: V;
  readonly inside: V;
  /** How many elements of each window are inside, or in what was asked for around it. */
  readonly counts: V;
}

/** Brings the elements of each window of x, `[batch, …spatial, channels]`, together. */
function gatherWindows<V>(kit: Kit<V>, x: V, { layout, windows }: PoolingPlan, include: boolean): Gathered<V> {
  const { batch, spatial, channels } = layout;
  const within = indicesOf(windows.window);
  const all = indicesOf(windows.out).map((at) => within.map((k) => indexIn(windows, at, k)));
  const inside = all.flat().map((index) => isInside(index, spatial));
  const size = sizeOf(spatial);
  const places = new Int32Array(batch * inside.length * channels);
  const froms = all.flat().map((index) => index.reduce((place, i, d) => place * spatial[d]! + i, 0));
  for (let at = 0, n = 0; n < batch; n++)
    for (const [i, from] of froms.entries())
      for (let c = 0; c < channels; c++) places[at++] = inside[i]! ? (n * size + from) * channels + c : -1;
  const margins = include ? ([windows.before, windows.after] as const) : [];
  const counts = all.map((window) => window.filter((index) => isInside(index, spatial, ...margins)).length);
  return {
    elements: kit.gather_places(x, { places, shape: [batch, all.length, within.length, channels] }),
    inside: kit.constant([all.length, within.length, 1], Float64Array.from(inside, Number)),
    counts: kit.constant([all.length, 1], Float64Array.from(counts)),
  };
}

/** The largest elements of windows; what `shift` adds to them first. */
export function largestOfWindows<V>(kit: Kit<V>, x: V, plan: PoolingPlan, shift?: (elements: V) => V): V {
  const { elements, inside } = gatherWindows(kit, channelsLast(kit, x, plan.layout), plan, false);
  const shifted = shift === undefined ? elements : shift(elements);
  return fromWindows(kit, kit.max(kit.where(inside, shifted, -Infinity), { axis: 2 }), plan);
}

/** The means of windows over the elements inside, or also over what is asked for around them. */
export function meanOfWindows<V>(kit: Kit<V>, x: V, plan: PoolingPlan, include: boolean): V {
  const { elements, counts } = gatherWindows(kit, channelsLast(kit, x, plan.layout), plan, include);
  return fromWindows(kit, kit.div(kit.sum(elements, { axis: 2 }), counts), plan);
}

/** From `[batch, windows, channels]` to the layout of x. */
function fromWindows<V>(kit: Kit<V>, y: V, { layout, windows }: PoolingPlan): V {
  return backToLayout(kit, kit.reshape(y, { shape: [layout.batch, ...windows.out, layout.channels] }), layout);
}

/** The definition: what `take` makes of the elements of a window and of the number of its places. */
export function exactPooling<R>(
  x: ExactTensor<R>,
  { layout, windows }: PoolingPlan,
  take: (elements: readonly R[], places: readonly Shape[]) => R,
): (index: Shape) => R {
  return (index) => {
    const { n, at, c } = partsOf(layout, index);
    const places = indicesOf(windows.window).map((k) =>
      at.map((o, d) => o * windows.strides[d]! + k[d]! * windows.dilations[d]! - windows.before[d]!),
    );
    const held = places.filter((place) => place.every((i, d) => i >= 0 && i < layout.spatial[d]!));
    return take(
      held.map((place) => elementAt(layout, x, n, place, c)),
      places,
    );
  };
}

/** The largest of some reals. */
export function largest<R>(real: RealArithmetic<R>, elements: readonly R[]): R {
  return elements.reduce((most, x) => real.max(most, x));
}

/** The mean of a window's elements over those inside, or also over the places that the padding fills. */
export function exactMean<R>(
  real: RealArithmetic<R>,
  { layout: { spatial }, windows }: PoolingPlan,
  include: boolean,
): (elements: readonly R[], places: readonly Shape[]) => R {
  return (elements, places) => {
    const counted = places.filter((place) =>
      place.every((i, d) => i >= -windows.before[d]! && i < spatial[d]! + windows.after[d]!),
    );
    return real.div(real.sum(elements), real.real(include ? counted.length : elements.length));
  };
}

/** Draws a pooling; with or without dilations. */
export function samplePooling<R extends Rank>(
  draw: Draw,
  rank: R,
  dilated: boolean,
): Sample<Pooling<R> & Pick<Windowing, "dilations">> {
  const { spatial, window, attrs } = sampleFilledWindows(draw, rank, dilated);
  const { shape, data_format } = sampleImages(draw, rank, spatial, draw.integer(1, 2));
  const isDefault = perDimension("sample", "strides", attrs.strides, rank).every((s, d) => s === window[d]);
  return {
    shapes: [shape],
    attrs: {
      window: oneOrEach(draw, window),
      strides: isDefault ? null : attrs.strides,
      padding: attrs.padding,
      ...(dilated ? { dilations: attrs.dilations } : {}),
      dim_rounding_mode: attrs.dim_rounding_mode,
      data_format,
    },
  };
}

/** What samples of images without a batch never show. */
export function excusedImages(rank: Rank): readonly Excuse[] {
  return [{ pair: [`rank=${String(rank + 1)}`, "dimensions=0"], because: "the batch alone is ever empty" }];
}
