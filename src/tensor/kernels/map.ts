import { broadcastShapes, sameShape, sizeOf, stridesOf, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";

/**
 * A scalar function of two numbers over a run of elements: `out[at + k] = f(x[i + k·di], y[j + k·dj])` for k below
 * `count`. Steps are 0 or 1, so a repeated operand needs no copy. The cheapest ops are written as such loops, for a
 * call an element would cost more than they do.
 */
export type Loop2<A> = (
  out: Float64Array,
  at: number,
  x: Float64Array,
  i: number,
  di: number,
  y: Float64Array,
  j: number,
  dj: number,
  count: number,
  attrs: A,
) => void;

/** The loop of a scalar function. */
export function loop2<A>(f: (x: number, y: number, attrs: A) => number): Loop2<A> {
  return (out, at, x, i, di, y, j, dj, count, attrs) => {
    for (let k = 0; k < count; k++) out[at + k] = f(x[i + k * di]!, y[j + k * dj]!, attrs);
  };
}

/** A scalar function of one number over all elements: `out[k] = f(x[k])`. */
export type Loop1<A> = (out: Float64Array, x: Float64Array, attrs: A) => void;

/** The loop of a scalar function. */
export function loop1<A>(f: (x: number, attrs: A) => number): Loop1<A> {
  return (out, x, attrs) => {
    for (let k = 0; k < out.length; k++) out[k] = f(x[k]!, attrs);
  };
}

/** Runs `loop` over every element. */
export function map1<A>(loop: Loop1<A>, x: Tensor, attrs: A): Tensor {
  const out = allocate(x.data.length);
  loop(out, x.data, attrs);
  return new Tensor(x.shape, out, x.batch);
}

/** The absolute values of all elements. */
export function sizes(x: Tensor): Tensor {
  return new Tensor(x.shape, x.data.map(Math.abs), x.batch);
}

/** Runs `loop` over the elements of `a` and `b`, broadcast to `shape` (their broadcast shape) and over their batches. */
export function map2<A>(loop: Loop2<A>, a: Tensor, b: Tensor, shape: Shape, attrs: A): Tensor {
  const batch = a.batch > b.batch ? a.batch : b.batch;
  const left = a.data;
  const right = b.data;
  const out = allocate(batch * sizeOf(shape));
  const size = out.length;
  if (left.length === size && right.length === size) {
    loop(out, 0, left, 0, 1, right, 0, 1, size, attrs);
  } else if (left.length === size && right.length === 1) {
    loop(out, 0, left, 0, 1, right, 0, 0, size, attrs);
  } else if (right.length === size && left.length === 1) {
    loop(out, 0, left, 0, 0, right, 0, 1, size, attrs);
  } else if (left.length === size && repeats(b, shape)) {
    const period = right.length;
    for (let at = 0; at < size; at += period) loop(out, at, left, at, 1, right, 0, 1, period, attrs);
  } else if (right.length === size && repeats(a, shape)) {
    const period = left.length;
    for (let at = 0; at < size; at += period) loop(out, at, left, 0, 1, right, at, 1, period, attrs);
  } else {
    const dims = [batch, ...shape];
    const p = broadcastStrides(a, dims);
    const q = broadcastStrides(b, dims);
    const last = dims.length - 1;
    const inner = dims[last] ?? 1;
    // A run steps by 0 or 1 within a row; a scalar of each direction (no dimensions at all) steps over the batch.
    const [di, dj] = [p[last] ?? 0, q[last] ?? 0];
    forEachRow(dims, p, q, 0, 0, 0, 0, (at, i, j) => {
      loop(out, at, left, i, di, right, j, dj, inner, attrs);
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
  const p = expand(a, shape, batch).data;
  const q = expand(b, shape, batch).data;
  const r = expand(c, shape, batch).data;
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
