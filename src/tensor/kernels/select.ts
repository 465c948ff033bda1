import { sizeOf, stridesOf, type Shape } from "../../base/shape.ts";
import { allocate } from "../allocate.ts";
import { Tensor } from "../tensor.ts";
import { indexAlong } from "./indexed.ts";

/** Joins tensors along `axis`. */
export function concat(xs: readonly Tensor[], axis: number): Tensor {
  const first = xs[0]!;
  const batch = xs.reduce((most, x) => Math.max(most, x.batch), 1);
  const outer = sizeOf(first.shape.slice(0, axis));
  const inner = sizeOf(first.shape.slice(axis + 1));
  const length = xs.reduce((total, x) => total + x.shape[axis]!, 0);
  const shape = first.shape.map((d, i) => (i === axis ? length : d));
  const out = allocate(batch * sizeOf(shape));
  let at = 0;
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outer; o++) {
      for (const x of xs) {
        const run = x.shape[axis]! * inner;
        const from = ((x.batch === 1 ? 0 : n) * outer + o) * run;
        out.set(x.data.subarray(from, from + run), at);
        at += run;
      }
    }
  }
  return new Tensor(shape, out, batch);
}

/** Where each element of a strided slice of `shape` stands in the tensor that it is cut from. */
function sliceOffsets(from: Shape, shape: Shape, start: Shape, strides: Shape): Int32Array {
  const own = stridesOf(from);
  let offsets = Int32Array.of(0);
  for (let d = 0; d < shape.length; d++) {
    const next = new Int32Array(offsets.length * shape[d]!);
    for (let i = 0; i < offsets.length; i++)
      for (let j = 0; j < shape[d]!; j++)
        next[i * shape[d]! + j] = offsets[i]! + (start[d]! + j * strides[d]!) * own[d]!;
    offsets = next;
  }
  return offsets;
}

/** The elements `start, start + stride, …` of each dimension, `shape` of them. */
export function slice(x: Tensor, shape: Shape, start: Shape, strides: Shape): Tensor {
  const offsets = sliceOffsets(x.shape, shape, start, strides);
  const size = sizeOf(x.shape);
  const out = allocate(x.batch * offsets.length);
  for (let n = 0; n < x.batch; n++)
    for (let i = 0; i < offsets.length; i++) out[n * offsets.length + i] = x.data[n * size + offsets[i]!]!;
  return new Tensor(shape, out, x.batch);
}

/** The transpose of {@link slice}: `g` put back in its place in zeros of shape `into`. */
export function embed(g: Tensor, into: Shape, start: Shape, strides: Shape): Tensor {
  const offsets = sliceOffsets(into, g.shape, start, strides);
  const size = sizeOf(into);
  const out = allocate(g.batch * size);
  for (let n = 0; n < g.batch; n++)
    for (let i = 0; i < offsets.length; i++) out[n * size + offsets[i]!] = g.data[n * offsets.length + i]!;
  return new Tensor(into, out, g.batch);
}

/** Sub-tensors of `x` at `indices` along `axis`; negative indices count from the end. */
export function take(x: Tensor, indices: Tensor, axis: number): Tensor {
  const shape = [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)];
  const batch = Math.max(x.batch, indices.batch);
  const out = allocate(batch * sizeOf(shape));
  walkTaken(x.shape, indices, axis, batch, (at, from, run, n) => {
    const base = (x.batch === 1 ? 0 : n) * sizeOf(x.shape) + from;
    out.set(x.data.subarray(base, base + run), at);
  });
  return new Tensor(shape, out, batch);
}

/** The transpose of {@link take}: adds the parts of `g` to the places of zeros of shape `into` they came from. */
export function scatterAdd(g: Tensor, indices: Tensor, axis: number, into: Shape): Tensor {
  const batch = Math.max(g.batch, indices.batch);
  const size = sizeOf(into);
  const taken = sizeOf(g.shape);
  const out = allocate(batch * size);
  walkTaken(into, indices, axis, batch, (at, to, run, n) => {
    const from = g.batch === 1 ? at - n * taken : at;
    for (let i = 0; i < run; i++) out[n * size + to + i]! += g.data[from + i]!;
  });
  return new Tensor(into, out, batch);
}

/** Calls `visit` for each run of taken elements: where it stands in the result, where in `shape`, how long it is. */
function walkTaken(
  shape: Shape,
  indices: Tensor,
  axis: number,
  batch: number,
  visit: (at: number, from: number, run: number, n: number) => void,
): void {
  const outer = sizeOf(shape.slice(0, axis));
  const length = shape[axis]!;
  const run = sizeOf(shape.slice(axis + 1));
  const count = sizeOf(indices.shape);
  let at = 0;
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outer; o++) {
      for (let k = 0; k < count; k++) {
        const index = indices.data[(indices.batch === 1 ? 0 : n) * count + k]!;
        const normal = indexAlong({ op: "take", axis, length, fromEnd: true }, index);
        visit(at, (o * length + normal) * run, run, n);
        at += run;
      }
    }
  }
}
