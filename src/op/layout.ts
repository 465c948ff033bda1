import { ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import type { ExactTensor } from "./exact.ts";
import type { Kit } from "./kit.ts";

/** The words for the order of dimensions, by the number of spatial ones: channels last, channels first. */
export const FORMATS = { 1: ["NWC", "NCW"], 2: ["NHWC", "NCHW"], 3: ["NDHWC", "NCDHW"] } as const;
export type Rank = keyof typeof FORMATS;
export type Format<R extends Rank> = (typeof FORMATS)[R][number];

/** The dimensions of images of any number of spatial dimensions, with a batch dimension or without. */
export interface Layout {
  readonly batched: boolean;
  readonly channelsFirst: boolean;
  readonly batch: number;
  readonly spatial: Shape;
  readonly channels: number;
}

/**
 * Reads a shape of `rank` spatial dimensions.
 *
 * @throws ShapeError for a shape of another rank.
 */
export function layoutOf(op: string, shape: Shape, rank: number, format: string): Layout {
  if (shape.length !== rank + 1 && shape.length !== rank + 2)
    throw new ShapeError(
      `${op}: expected x of rank ${String(rank + 2)} (${format}), or ${String(rank + 1)} without a batch, got ${formatShape(shape)}`,
    );
  const batched = shape.length === rank + 2;
  const channelsFirst = format[1] === "C";
  const own = batched ? shape.slice(1) : shape;
  return {
    batched,
    channelsFirst,
    batch: batched ? shape[0]! : 1,
    spatial: channelsFirst ? own.slice(1) : own.slice(0, -1),
    channels: channelsFirst ? own[0]! : own.at(-1)!,
  };
}

/** The shape of images laid out the same way, of other spatial dimensions and channels. */
export function laidOut({ batched, channelsFirst, batch }: Layout, spatial: Shape, channels: number): Shape {
  return [...(batched ? [batch] : []), ...(channelsFirst ? [channels, ...spatial] : [...spatial, channels])];
}

/** As `[batch, …spatial, channels]`. */
export function channelsLast<V>(kit: Kit<V>, x: V, { batched, channelsFirst, spatial }: Layout): V {
  const images = batched ? x : kit.reshape(x, { shape: [1, ...kit.shape(x)] });
  return channelsFirst ? kit.permute_dims(images, { axes: lastOrder(spatial.length) }) : images;
}

/** Back from `[batch, …spatial, channels]`. */
export function backToLayout<V>(kit: Kit<V>, y: V, { batched, channelsFirst, spatial }: Layout): V {
  const images = channelsFirst ? kit.permute_dims(y, { axes: firstOrder(spatial.length) }) : y;
  return batched ? images : kit.reshape(images, { shape: kit.shape(images).slice(1) });
}

/** The axes, in the order that moves channels from behind the batch to the end, and back. */
export function lastOrder(rank: number): Shape {
  return [0, ...Array.from({ length: rank }, (_, i) => i + 2), 1];
}
export function firstOrder(rank: number): Shape {
  return [0, rank + 1, ...Array.from({ length: rank }, (_, i) => i + 1)];
}

/** The parts of an index of images. */
export function partsOf(
  { batched, channelsFirst }: Layout,
  index: Shape,
): { readonly n: number; readonly at: Shape; readonly c: number } {
  const own = batched ? index.slice(1) : index;
  return {
    n: batched ? index[0]! : 0,
    at: channelsFirst ? own.slice(1) : own.slice(0, -1),
    c: channelsFirst ? own[0]! : own.at(-1)!,
  };
}

/** The element of x at the parts of an index. */
export function elementAt<R>(
  { batched, channelsFirst }: Layout,
  x: ExactTensor<R>,
  n: number,
  at: Shape,
  c: number,
): R {
  return x.at([...(batched ? [n] : []), ...(channelsFirst ? [c, ...at] : [...at, c])]);
}
