import type { Shape } from "../../base/shape.ts";
import { sizeOf } from "../../base/shape.ts";
import { Tensor } from "../tensor.ts";
import { sum } from "./reduce.ts";

/** How many elements over `axes` are not 0, NaN among them. */
export function countNonzero(x: Tensor, axes: Shape, keepdims: boolean): Tensor {
  return sum(new Tensor(x.shape, x.data.map(isNotZero), x.batch), axes, keepdims);
}

/** 1 where all elements over `axes` are not 0, else 0. */
export function all(x: Tensor, axes: Shape, keepdims: boolean): Tensor {
  const count = sizeOf(axes.map((axis) => x.shape[axis]!));
  return mapped(countNonzero(x, axes, keepdims), (nonzero) => (nonzero === count ? 1 : 0));
}

/** 1 where any element over `axes` is not 0, else 0. */
export function any(x: Tensor, axes: Shape, keepdims: boolean): Tensor {
  return mapped(countNonzero(x, axes, keepdims), isNotZero);
}

const isNotZero = (x: number): number => (x !== 0 ? 1 : 0);

function mapped(x: Tensor, f: (x: number) => number): Tensor {
  return new Tensor(x.shape, x.data.map(f), x.batch);
}
