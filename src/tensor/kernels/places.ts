import { indicesOf, placeAt, sizeOf, stridesOf, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";

/** The elements of `x` at flat places, as a tensor of `shape`; place −1 gives 0. */
export function gatherPlaces(x: Tensor, places: Int32Array, shape: Shape): Tensor {
  const size = x.data.length / x.batch;
  const count = places.length;
  const out = allocate(x.batch * count);
  for (let n = 0; n < x.batch; n++)
    for (let i = 0; i < count; i++) {
      const place = places[i]!;
      if (place >= 0) out[n * count + i] = x.data[n * size + place]!;
    }
  return new Tensor(shape, out, x.batch);
}

/** The transpose of {@link gatherPlaces}: the elements of `g` added to these places of zeros of `shape`. */
export function scatterPlaces(g: Tensor, places: Int32Array, shape: Shape): Tensor {
  const size = sizeOf(shape);
  const count = places.length;
  const out = allocate(g.batch * size);
  for (let n = 0; n < g.batch; n++)
    for (let i = 0; i < count; i++) {
      const place = places[i]!;
      if (place >= 0) out[n * size + place]! += g.data[n * count + i]!;
    }
  return new Tensor(shape, out, g.batch);
}

/** The most elements that come together at one place. */
export function mostAtOnePlace(places: Int32Array, shape: Shape): number {
  const counts = new Int32Array(sizeOf(shape));
  let most = 0;
  for (const place of places) if (place >= 0) most = Math.max(most, ++counts[place]!);
  return most;
}

/** The places in a tensor of shape `from` of what takes these indices of each of its dimensions; −1 is nowhere. */
export function crossPlaces(from: Shape, indices: readonly Shape[]): Int32Array {
  const strides = stridesOf(from);
  let places = Int32Array.of(0);
  indices.forEach((list, d) => {
    const next = new Int32Array(places.length * list.length);
    for (let i = 0; i < places.length; i++)
      for (let j = 0; j < list.length; j++)
        next[i * list.length + j] = places[i]! < 0 || list[j]! < 0 ? -1 : places[i]! + list[j]! * strides[d]!;
    places = next;
  });
  return places;
}

/** The place in a tensor of shape `from` that each element of a result of `shape` comes from; null is nowhere. */
export function placesFrom(from: Shape, shape: Shape, source: (index: Shape) => Shape | null): Int32Array {
  return Int32Array.from(indicesOf(shape), (index) => {
    const found = source(index);
    return found === null ? -1 : placeAt(found, from);
  });
}

/** 0, 1, … before `length`: the indices of a dimension. */
export function rangeOf(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** Puts a number where an element came from nowhere. */
export function fillNowhere(x: Tensor, places: Int32Array, value: number): Tensor {
  return new Tensor(
    x.shape,
    x.data.map((element, i) => (places[i % places.length] === -1 ? value : element)),
    x.batch,
  );
}
