import { stridesOf, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";

/** Reorders the dimensions: dimension `i` of the result is dimension `axes[i]` of `x`. */
export function permute(x: Tensor, axes: Shape): Tensor {
  if (axes.every((axis, i) => axis === i)) return x;
  const shape = axes.map((axis) => x.shape[axis]!);
  const own = stridesOf(x.shape);
  const strides = axes.map((axis) => own[axis]!);
  const out = allocate(x.data.length);
  const size = out.length / x.batch;
  const index = shape.map(() => 0);
  for (let n = 0; n < x.batch; n++) {
    let from = n * size;
    for (let i = 0; i < size; i++) {
      out[n * size + i] = x.data[from]!;
      for (let d = shape.length - 1; d >= 0; d--) {
        from += strides[d]!;
        if (++index[d]! < shape[d]!) break;
        from -= strides[d]! * shape[d]!;
        index[d] = 0;
      }
    }
  }
  return new Tensor(shape, out, x.batch);
}
