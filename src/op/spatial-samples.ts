import type { Draw } from "./domain.ts";
import { FORMATS, type Format, type Rank } from "./layout.ts";
import { allHoldSome, extent, perDimension, windowsOver, type Padding, type Windowing } from "./windowing.ts";
import type { Shape } from "../base/shape.ts";

/** Windows and what they move over. */
export interface WindowSample {
  readonly spatial: Shape;
  readonly window: Shape;
  readonly attrs: Required<Windowing>;
}

/** Draws windows of every kind that fit into small spatial dimensions. */
export function sampleWindows(draw: Draw, rank: number, dilated: boolean = true): WindowSample {
  const each = <T>(make: () => T): T[] => Array.from({ length: rank }, make);
  const moves = draw.pick(["plain", "strided", "strided", "dilated", "dilated", "both"] as const);
  const isDilated = dilated && (moves === "dilated" || moves === "both");
  const isStrided = moves === "strided" || moves === "both";
  const window = each(() => draw.integer(1, rank === 3 || isDilated ? 2 : 3));
  const strides = each(() => (isStrided ? draw.integer(1, rank === 1 ? 3 : 2) : 1));
  const dilations = each(() => (isDilated ? draw.integer(1, 2) : 1));
  const side = (): number => draw.integer(0, rank === 1 ? 2 : 1);
  const padding = draw.pick([
    (): Padding => "same",
    (): Padding => "valid",
    side,
    (): Padding => each(() => [side(), side()] as const),
  ])();
  const pads = (d: number): number => {
    if (typeof padding === "object") return padding[d]![0] + padding[d]![1];
    return typeof padding === "number" ? 2 * padding : 0;
  };
  const spatial = window.map((k, d) => {
    const least = padding === "same" ? 1 : Math.max(1, extent(k, dilations[d]!) - pads(d));
    return least + draw.integer(0, rank === 1 ? 3 : 1);
  });
  return {
    spatial,
    window,
    attrs: {
      strides: oneOrEach(draw, strides),
      padding,
      dilations: oneOrEach(draw, dilations),
      dim_rounding_mode: draw.pick([null, "floor", "round", "ceil"] as const),
    },
  };
}

/** The same of windows that all hold an element: others are drawn without padding. */
export function sampleFilledWindows(draw: Draw, rank: number, dilated: boolean): WindowSample {
  const { spatial, window, attrs } = sampleWindows(draw, rank, dilated);
  if (allHoldSome(spatial, windowsOver("sample", spatial, window, attrs))) return { spatial, window, attrs };
  const dilations = perDimension("sample", "dilations", attrs.dilations, rank);
  return {
    spatial: spatial.map((d, i) => Math.max(d, extent(window[i]!, dilations[i]!))),
    window,
    attrs: { ...attrs, padding: "valid", dim_rounding_mode: null },
  };
}

/** Equal numbers may be given as one. */
export function oneOrEach(draw: Draw, list: Shape): number | Shape {
  return list.every((x) => x === list[0]) && draw.flag() ? list[0]! : list;
}

/** Draws a layout of images. */
export function sampleImages<R extends Rank>(
  draw: Draw,
  rank: R,
  spatial: Shape,
  channels: number,
): { readonly shape: Shape; readonly data_format: Format<R> } {
  const data_format: Format<R> = draw.pick(FORMATS[rank]);
  const own = data_format[1] === "C" ? [channels, ...spatial] : [...spatial, channels];
  // Of windows over nothing there are none, and filters of nothing are refused elsewhere: the batch alone is ever empty.
  const batch = draw.integer(0, 19) === 19 ? 0 : draw.integer(1, 2);
  return { shape: draw.flag() ? [batch, ...own] : own, data_format };
}
