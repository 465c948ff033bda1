import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";
import { lanesOf } from "./reduce.ts";

/** The softmax along one axis, or its logarithm. */
export function exponentials(x: Tensor, axis: number, logarithm: boolean): Tensor {
  const { data, outer, length, inner } = lanesOf(x, [axis]);
  const out = allocate(data.length);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const first = o * length * inner + i;
      let largest = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < length; k++) largest = Math.max(largest, data[first + k * inner]!);
      let total = 0;
      for (let k = 0; k < length; k++) total += Math.exp(data[first + k * inner]! - largest);
      const log = Math.log(total);
      for (let k = 0; k < length; k++) {
        const at = first + k * inner;
        const shifted = data[at]! - largest;
        out[at] = logarithm ? shifted - log : Math.exp(shifted) / total;
      }
    }
  }
  return new Tensor(x.shape, out, x.batch);
}
