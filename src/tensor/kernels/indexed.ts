import { DomainError } from "../../base/errors.ts";
import { sizeOf, type Shape } from "../../base/shape.ts";
import { memberOf, type Tensor } from "../tensor.ts";
import { eachMember } from "./members.ts";
import { gatherPlaces, scatterPlaces } from "./places.ts";

/** Flat places (−1: nowhere) that follow from the elements of an index tensor. */
export type PlacesOf = (indices: Float64Array) => Int32Array;

/** The elements of `x` at the places that follow from `indices`, as a tensor of `shape`. */
export function gatherAt(x: Tensor, indices: Tensor, places: PlacesOf, shape: Shape): Tensor {
  if (indices.batch === 1) return gatherPlaces(x, places(indices.data), shape);
  return eachMember([x, indices], shape, (out, from, at) => {
    places(at).forEach((place, i) => {
      if (place >= 0) out[i] = from[place]!;
    });
  });
}

/** The transpose of {@link gatherAt}: the elements of `g` added to these places of zeros of `shape`. */
export function scatterAt(g: Tensor, indices: Tensor, places: PlacesOf, shape: Shape): Tensor {
  if (indices.batch === 1) return scatterPlaces(g, places(indices.data), shape);
  return eachMember([g, indices], shape, (out, from, at) => {
    places(at).forEach((place, i) => {
      if (place >= 0) out[place]! += from[i]!;
    });
  });
}

/** The most elements that come together at one place, in any direction of a batch. */
export function mostMet(indices: Tensor, places: PlacesOf, shape: Shape): number {
  let most = 0;
  for (let n = 0; n < indices.batch; n++) {
    const counts = new Int32Array(sizeOf(shape));
    for (const place of places(memberOf(indices, n).data)) if (place >= 0) most = Math.max(most, ++counts[place]!);
  }
  return most;
}

/** Where an index points to. */
export interface IndexedAxis {
  readonly op: string;
  readonly axis: number;
  readonly length: number;
  /** Whether a negative index counts from the end. */
  readonly fromEnd: boolean;
}

/**
 * An index along an axis, counted from the front.
 *
 * @throws DomainError for an index outside the axis.
 */
export function indexAlong({ op, axis, length, fromEnd }: IndexedAxis, index: number): number {
  const normal = index < 0 && fromEnd ? index + length : index;
  if (!Number.isInteger(index) || normal < 0 || normal >= length)
    throw new DomainError(
      `${op}: index ${String(index)} is outside axis ${String(axis)} of length ${String(length)}; valid: whole numbers from ${String(fromEnd ? -length : 0)} to ${String(length - 1)}`,
    );
  return normal;
}
