import { sizeOf, type Shape } from "../../base/shape.ts";
import type { Tensor } from "../tensor.ts";
import { expand } from "./map.ts";
import { eachMember } from "./members.ts";

/**
 * Computes a result of `shape` matrix by matrix, in every direction: `compute` fills its part of `out`, zeroed, from one
 * matrix of each input, whose leading dimensions are broadcast to `stack`.
 */
export function eachMatrix(
  inputs: readonly Tensor[],
  stack: Shape,
  shape: Shape,
  compute: (out: Float64Array, ...matrices: readonly Float64Array[]) => void,
): Tensor {
  const count = sizeOf(stack);
  const part = (data: Float64Array, s: number): Float64Array =>
    data.subarray((s * data.length) / count, ((s + 1) * data.length) / count);
  return eachMember(
    inputs.map((x) => expand(x, [...stack, ...x.shape.slice(-2)])),
    shape,
    (out, ...members) => {
      for (let s = 0; s < count; s++) compute(part(out, s), ...members.map((member) => part(member, s)));
    },
  );
}
