import { ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import type { Draw } from "./domain.ts";
import type { Plan } from "./convolution.ts";
import type { Call, Expression } from "./counterparts.ts";
import type { ExactTensor } from "./exact.ts";
import type { Kit } from "./kit.ts";
import { layoutOf } from "./layout.ts";
import { sampleImages, sampleWindows } from "./spatial-samples.ts";
import { windowsOver, type Windowing } from "./windowing.ts";

/**
 * A depthwise convolution, whose filter is `[height, width, channels, multiplier]`: one group for each channel.
 *
 * @throws ShapeError where the filter's rank or channels do not fit.
 */
export function depthwisePlan(
  op: string,
  x: Shape,
  filter: Shape,
  attrs: Required<Windowing> & { readonly data_format: string },
): Plan {
  const layout = layoutOf(op, x, 2, attrs.data_format);
  if (filter.length !== 4 || filter[2] !== layout.channels)
    throw new ShapeError(
      `${op}: x of ${String(layout.channels)} channels needs a filter [height, width, ${String(layout.channels)}, multiplier], got ${formatShape(filter)}`,
    );
  return {
    layout,
    windows: windowsOver(op, layout.spatial, filter.slice(0, 2), attrs),
    perGroup: 1,
    features: layout.channels * filter[3]!,
    groups: layout.channels,
  };
}

/** Its filter as the filter of a convolution in groups. */
export function groupedFilter<V>(kit: Kit<V>, filter: V, { windows, features }: Plan): V {
  return kit.reshape(filter, { shape: [...windows.window, 1, features] });
}

/** The same in another library. */
export function groupedFilterIn(call: Call, name: string, filter: Expression, { windows, features }: Plan): Expression {
  return call(name, filter, [...windows.window, 1, features]);
}

/** The filter's element for a feature. */
export function depthwiseElement<R>(filter: ExactTensor<R>): (within: Shape, c: number, f: number) => R {
  const multiplier = filter.shape[3]!;
  return (k, _, f) => filter.at([...k, Math.floor(f / multiplier), f % multiplier]);
}

/** Draws x, a filter and the attributes of windows. */
export function sampleDepthwise(draw: Draw): {
  readonly shapes: readonly [Shape, Shape];
  readonly attrs: Required<Windowing> & { readonly data_format: "NHWC" | "NCHW" };
} {
  const { spatial, window, attrs } = sampleWindows(draw, 2);
  const channels = draw.integer(1, 2);
  const { shape, data_format } = sampleImages(draw, 2, spatial, channels);
  return { shapes: [shape, [...window, channels, draw.integer(1, 2)]], attrs: { ...attrs, data_format } };
}
