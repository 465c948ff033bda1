import { ShapeError } from "../base/errors.ts";
import { formatShape, sizeOf, stridesOf, type Shape } from "../base/shape.ts";
import { indexAlong, type PlacesOf } from "../tensor/kernels/indexed.ts";
import type { Call, Expression } from "./counterparts.ts";
import { wholes, type Draw, type Reals } from "./domain.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";

/**
 * The shape of the sub-tensors of a tensor of shape `x` that `indices` point to, one after another: the last dimension of
 * the indices holds an index for each of x's first dimensions.
 *
 * @throws ShapeError when the indices have no such dimension, or it is longer than x's rank.
 */
export function pointedShape(op: string, x: Shape, indices: Shape): Shape {
  const depth = indices.at(-1);
  if (depth === undefined || depth > x.length)
    throw new ShapeError(
      `${op}: expected indices whose last dimension is at most the rank of ${formatShape(x)}, got shape ${formatShape(indices)}`,
    );
  return [...indices.slice(0, -1), ...x.slice(depth)];
}

/** The places in a tensor of shape `x` of the sub-tensors that indices of shape `shape` point to. */
export function pointedPlaces(op: string, x: Shape, shape: Shape): PlacesOf {
  const depth = shape.at(-1)!;
  const strides = stridesOf(x);
  const inner = sizeOf(x.slice(depth));
  return (indices) => {
    const count = sizeOf(shape.slice(0, -1));
    const places = new Int32Array(count * inner);
    for (let k = 0; k < count; k++) {
      let first = 0;
      for (let d = 0; d < depth; d++)
        first += indexAlong({ op, axis: d, length: x[d]!, fromEnd: true }, indices[k * depth + d]!) * strides[d]!;
      for (let i = 0; i < inner; i++) places[k * inner + i] = first + i;
    }
    return places;
  };
}

/** The index in x that row `row` of the indices points to. */
export function pointedIndex<R>(real: RealArithmetic<R>, x: Shape, indices: ExactTensor<R>, row: Shape): Shape {
  return Array.from({ length: indices.shape.at(-1)! }, (_, d) => {
    const chosen = real.integer(indices.at([...row, d]));
    return chosen < 0 ? chosen + x[d]! : chosen;
  });
}

/**
 * Draws a shape, which has elements, that of indices into it, and what indices of every dimension hold.
 *
 * @param leastRank of the indices without their last dimension.
 */
export function drawPointed(
  draw: Draw,
  leastRank: number = 0,
): { readonly x: Shape; readonly indices: Shape; readonly whole: Reals } {
  const x = draw.shape(1, 5).map((d) => Math.max(1, d));
  // What indices of rank 3 point to has a rank of at most 5.
  const depth = draw.integer(Math.max(1, x.length - 3), x.length);
  // One interval holds for the indices of all dimensions.
  const least = Math.min(...x.slice(0, depth));
  return { x, indices: [...draw.shape(leastRank, 2), depth], whole: wholes(0, least - 1) };
}

/** The row-major places, printed, of the rows that indices point to where x has the shape [rows, sub-tensor]. */
export function printedRows(
  call: Call,
  module: "torch" | "jnp",
  indices: Expression,
  x: Shape,
  depth: number,
): Expression {
  const outer = x.slice(0, depth);
  const array = module === "torch" ? "torch.tensor" : "jnp.array";
  const fromFront = call(`${module}.remainder`, indices, call(array, outer));
  const terms = call(`${module}.multiply`, fromFront, call(array, stridesOf(outer)));
  const flat = call(`${module}.reshape`, call(`${module}.sum`, terms, -1), [-1]);
  return module === "torch" ? call("torch.Tensor.long", flat) : call("jnp.asarray", flat, { dtype: "int32" });
}
