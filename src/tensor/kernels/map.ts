import { broadcastShapes, sameShape, sizeOf, stridesOf, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";

/** Applies `f` to every element; `attrs` is handed on as it is. */
export function map1<A>(f: (x: number, attrs: A) => number, x: Tensor, attrs: A): Tensor {
  const from = x.data;
  const out = allocate(from.length);
  for (let i = 0; i < out.length; i++) out[i] = f(from[i]!, attrs);
  return new Tensor(x.shape, out, x.batch);
}

/** Applies `f` to the elements of `a` and `b`, broadcast to `shape` (their broadcast shape) and over their batches. */
export function map2<A>(
  f: (a: number, b: number, attrs: A) => number,
  a: Tensor,
  b: Tensor,
  shape: Shape,
  attrs: A,
): Tensor {
  const batch = a.batch > b.batch ? a.batch : b.batch;
  const left = a.data;
  const right = b.data;
  const out = allocate(batch * sizeOf(shape));
  const size = out.length;
  if (left.length === size && right.length === size) {
    for (let i = 0; i < size; i++) out[i] = f(left[i]!, right[i]!, attrs);
  } else if (left.length === size && repeats(b, shape)) {
    const period = right.length;
    for (let start = 0; start < size; start += period)
      for (let j = 0; j < period; j++) out[start + j] = f(left[start + j]!, right[j]!, attrs);
  } else if (right.length === size && repeats(a, shape)) {
    const period = left.length;
    for (let start = 0; start < size; start += period)
      for (let j = 0; j < period; j++) out[start + j] = f(left[j]!, right[start + j]!, attrs);
  } else {
    const dims = [batch, ...shape];
    const p = broadcastStrides(a, dims);
    const q = broadcastStrides(b, dims);
    const inner = dims[dims.length - 1] ?? 1;
    const stepA = p[dims.length - 1] ?? 0;
    const stepB = q[dims.length - 1] ?? 0;
    forEachRow(dims, p, q, 0, 0, 0, 0, (at, i, j) => {
      for (let k = 0; k < inner; k++) out[at + k] = f(left[i + k * stepA]!, right[j + k * stepB]!, attrs);
    });
  }
  return new Tensor(shape, out, batch);
}

/** Applies `f` to the elements of three tensors, broadcast together. */
export function map3<A>(
  f: (a: number, b: number, c: number, attrs: A) => number,
  a: Tensor,
  b: Tensor,
  c: Tensor,
  shape: Shape,
  attrs: A,
): Tensor {
  const batch = Math.max(a.batch, b.batch, c.batch);
  const [p, q, r] = [a, b, c].map((x) => expand(x, shape, batch).data) as [Float64Array, Float64Array, Float64Array];
  const out = allocate(p.length);
  for (let i = 0; i < out.length; i++) out[i] = f(p[i]!, q[i]!, r[i]!, attrs);
  return new Tensor(shape, out, batch);
}

/** `x` repeated to `shape` and to `batch`; `x` itself where it already has both. */
export function expand(x: Tensor, shape: Shape, batch: number = x.batch): Tensor {
  if (x.batch === batch && sameShape(x.shape, shape)) return x;
  const dims = [batch, ...shape];
  const strides = broadcastStrides(x, dims);
  const out = allocate(batch * sizeOf(shape));
  const inner = dims[dims.length - 1] ?? 1;
  const step = strides[dims.length - 1] ?? 0;
  const from = x.data;
  forEachRow(dims, strides, strides, 0, 0, 0, 0, (at, i) => {
    for (let k = 0; k < inner; k++) out[at + k] = from[i + k * step]!;
  });
  return new Tensor(shape, out, batch);
}

/** The broadcast shape of any number of tensors' shapes. */
export function broadcastAll(where: string, shapes: readonly Shape[]): Shape {
  let out: Shape = [];
  for (const shape of shapes) out = broadcastShapes(where, out, shape);
  return out;
}

/** Whether `x`, flat, repeats end to end over the broadcast shape: it is one value, or a suffix of it. */
function repeats(x: Tensor, shape: Shape): boolean {
  if (x.batch !== 1 || x.data.length === 0) return false;
  if (x.data.length === 1) return true;
  const offset = shape.length - x.shape.length;
  let leading = true;
  for (let i = 0; i < x.shape.length; i++) {
    const dimension = x.shape[i];
    if (leading && dimension === 1) continue;
    leading = false;
    if (dimension !== shape[i + offset]) return false;
  }
  return true;
}

/** Strides of `x` over `[batch, ...shape]`, 0 where it is repeated. */
function broadcastStrides(x: Tensor, dims: Shape): number[] {
  const own = stridesOf(x.shape);
  const offset = dims.length - x.shape.length;
  return dims.map((_, i) => {
    if (i === 0) return x.batch === 1 ? 0 : sizeOf(x.shape);
    return i < offset || x.shape[i - offset] === 1 ? 0 : own[i - offset]!;
  });
}

/** Calls `row` for each innermost run of `dims`, with its offset in the output and in two strided sources. */
function forEachRow(
  dims: Shape,
  p: readonly number[],
  q: readonly number[],
  depth: number,
  at: number,
  i: number,
  j: number,
  row: (at: number, i: number, j: number) => void,
): void {
  if (depth === dims.length - 1) {
    row(at, i, j);
    return;
  }
  let size = 1;
  for (let k = depth + 1; k < dims.length; k++) size *= dims[k]!;
  for (let n = 0; n < dims[depth]!; n++)
    forEachRow(dims, p, q, depth + 1, at + n * size, i + n * p[depth]!, j + n * q[depth]!, row);
}
