import { sizeOf, type Shape } from "../../base/shape.ts";
import { eachMember } from "./members.ts";
import type { Tensor } from "../tensor.ts";

/**
 * A convolution of `x` (`[batch, …spatial, channels]`) with `filter` (`[…window, channels / groups, features]`) to a
 * result `[batch, …spatial, features]`: which elements meet. In each dimension element o of the result takes element
 * o·stride − padding + k·dilation of x times element k of the filter; there is nothing outside x.
 */
export interface ConvGeometry {
  readonly x_shape: Shape;
  readonly filter_shape: Shape;
  readonly out_shape: Shape;
  readonly strides: Shape;
  readonly dilations: Shape;
  /** Before the first element of each dimension. */
  readonly padding: Shape;
}

/** result[o] = Σ x[i]·filter[k] over the products of `geometry`. */
export function conv(x: Tensor, filter: Tensor, geometry: ConvGeometry): Tensor {
  return eachMember([x, filter], geometry.out_shape, (out, xs, fs) => {
    forEachProduct(geometry, (i, k, o) => {
      out[o]! += xs[i]! * fs[k]!;
    });
  });
}

/** The transpose of {@link conv} in x: Σ g[o]·filter[k]. */
export function convInputGrad(g: Tensor, filter: Tensor, geometry: ConvGeometry): Tensor {
  return eachMember([g, filter], geometry.x_shape, (out, gs, fs) => {
    forEachProduct(geometry, (i, k, o) => {
      out[i]! += gs[o]! * fs[k]!;
    });
  });
}

/** The transpose of {@link conv} in the filter: Σ x[i]·g[o]. */
export function convFilterGrad(x: Tensor, g: Tensor, geometry: ConvGeometry): Tensor {
  return eachMember([x, g], geometry.filter_shape, (out, xs, gs) => {
    forEachProduct(geometry, (i, k, o) => {
      out[k]! += xs[i]! * gs[o]!;
    });
  });
}

/** Calls `visit` with the flat places in x, the filter and the result of every product of a convolution. */
function forEachProduct(geometry: ConvGeometry, visit: (i: number, k: number, o: number) => void): void {
  const { x_shape, filter_shape, out_shape } = geometry;
  const channels = x_shape.at(-1)!;
  const features = out_shape.at(-1)!;
  const perGroup = filter_shape.at(-2)!;
  const groups = perGroup === 0 ? 0 : channels / perGroup;
  const featuresPerGroup = groups === 0 ? 0 : features / groups;
  const taps = tapsOf(geometry);
  const sizeX = sizeOf(x_shape.slice(1));
  const sizeOut = sizeOf(out_shape.slice(1));
  for (let n = 0; n < x_shape[0]!; n++) {
    for (let t = 0; t < taps.length; t += 3) {
      const atX = n * sizeX + taps[t]! * channels;
      const atFilter = taps[t + 1]! * perGroup * features;
      const atOut = n * sizeOut + taps[t + 2]! * features;
      for (let group = 0; group < groups; group++)
        for (let c = 0; c < perGroup; c++)
          for (let f = group * featuresPerGroup; f < (group + 1) * featuresPerGroup; f++)
            visit(atX + group * perGroup + c, atFilter + c * features + f, atOut + f);
    }
  }
}

/** Flat spatial places that meet: of x, of the filter, of the result, one triple after another. */
function tapsOf({ x_shape, filter_shape, out_shape, strides, dilations, padding }: ConvGeometry): readonly number[] {
  let taps: readonly number[] = [0, 0, 0];
  for (let d = 0; d < strides.length; d++) {
    const [length, window, count] = [x_shape[d + 1]!, filter_shape[d]!, out_shape[d + 1]!];
    const next: number[] = [];
    for (let t = 0; t < taps.length; t += 3) {
      for (let o = 0; o < count; o++) {
        for (let k = 0; k < window; k++) {
          const i = o * strides[d]! - padding[d]! + k * dilations[d]!;
          if (i >= 0 && i < length)
            next.push(taps[t]! * length + i, taps[t + 1]! * window + k, taps[t + 2]! * count + o);
        }
      }
    }
    taps = next;
  }
  return taps;
}
