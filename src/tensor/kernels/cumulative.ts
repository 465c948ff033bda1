import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";
import { lanesOf } from "./reduce.ts";

/** The sums of each element and those before it along `axis` (after it with `reverse`), or without it. */
export function cumulativeSum(x: Tensor, axis: number, exclusive: boolean, reverse: boolean): Tensor {
  const { data, outer, length, inner } = lanesOf(x, [axis]);
  const out = allocate(data.length);
  const step = reverse ? -inner : inner;
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < inner; i++) {
      let at = (o * length + (reverse ? length - 1 : 0)) * inner + i;
      let total = 0;
      for (let k = 0; k < length; k++, at += step) {
        if (exclusive) out[at] = total;
        total += data[at]!;
        if (!exclusive) out[at] = total;
      }
    }
  return new Tensor(x.shape, out, x.batch);
}
