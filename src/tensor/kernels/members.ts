import { sizeOf, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { memberOf, Tensor } from "../tensor.ts";

/**
 * Computes a result of `shape` direction by direction, for kernels that do not handle the batch themselves.
 *
 * @param compute fills `out`, zeroed, from the elements of each input.
 */
export function eachMember(
  inputs: readonly Tensor[],
  shape: Shape,
  compute: (out: Float64Array, ...inputs: readonly Float64Array[]) => void,
): Tensor {
  const batch = inputs.reduce((most, x) => Math.max(most, x.batch), 1);
  const size = sizeOf(shape);
  const out = allocate(batch * size);
  for (let n = 0; n < batch; n++)
    compute(out.subarray(n * size, (n + 1) * size), ...inputs.map((x) => memberOf(x, n).data));
  return new Tensor(shape, out, batch);
}
