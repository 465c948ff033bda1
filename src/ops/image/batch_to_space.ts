import { ShapeError } from "../../base/errors.ts";
import { formatShape, type Shape } from "../../base/shape.ts";
import { integers, pairs, type Pair } from "../../op/attrs.ts";
import { checkBlocks, sampleBlocks, timesOf } from "../../op/blocks.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The sides of the blocks, and how many elements are cut off before and after each dimension made of them. */
export interface BatchToSpace {
  readonly block_shape: Shape;
  readonly crops: readonly Pair[];
}

/**
 * The inverse of `space_to_batch`: the batches along the first dimension become the places of blocks of `block_shape`, which
 * fill the dimensions after it; `crops` are cut off these.
 *
 * @throws ShapeError unless x has a dimension for each side of a block after the first, the blocks divide the first, and
 * there is as much as is cut off; InputError for sides less than 1, or crops that are negative or not two for each side.
 * @example
 * ops.batch_to_space(tensor([[1, 3], [2, 4]]), { block_shape: [2], crops: [[0, 0]] }); // [[1, 2, 3, 4]]
 */
export const batch_to_space: Op<["x"], BatchToSpace> = composite({
  name: "batch_to_space",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{n,i,c} = x_{wN + n,\,\lfloor p / b \rfloor,\,c}, \quad w = \sum_d (p_d \bmod b_d) \prod_{e > d} b_e,\ p_d = i_d + \mathrm{crops}_{d,0},\ b = \text{block\_shape}`,
  attrs: {
    block_shape: integers("the sides of a block, along the dimensions after the first"),
    crops: pairs("how many elements to cut off before and after each of these dimensions"),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const { block, margins, rest } = sampleBlocks(draw);
    const spatial = block.map((side, d) => Math.ceil((margins[d]![0] + margins[d]![1] + 1) / side));
    return {
      shapes: [[Math.min(2, draw.dimension()) * timesOf(block), ...spatial, ...rest]],
      attrs: { block_shape: block, crops: margins },
    };
  },
  shape: ([x], { block_shape, crops }) => {
    checkBlocks("batch_to_space", x!, block_shape, "crops", crops);
    if (x![0]! % timesOf(block_shape) !== 0)
      throw new ShapeError(
        `batch_to_space: expected a first dimension that blocks ${formatShape(block_shape)} divide, got ${formatShape(x!)}`,
      );
    return croppedOf(x!, block_shape, crops);
  },
  exact: (_real, [x], { block_shape, crops }) => {
    const batch = x!.shape[0]! / timesOf(block_shape);
    return (index) => {
      const places = block_shape.map((_, d) => index[d + 1]! + crops[d]![0]);
      const within = block_shape.reduce((block, side, d) => block * side + (places[d]! % side), 0);
      return x!.at([
        within * batch + index[0]!,
        ...places.map((place, d) => Math.floor(place / block_shape[d]!)),
        ...index.slice(block_shape.length + 1),
      ]);
    };
  },
  compose: ({ permute_dims, reshape, shape, slice }, { x }, { block_shape, crops }) => {
    const from = shape(x);
    const { split, order, full } = putTogether(from, block_shape);
    const whole = reshape(permute_dims(reshape(x, { shape: split }), { axes: order }), { shape: full });
    const to = croppedOf(from, block_shape, crops);
    const starts = to.map((_, d) => crops[d - 1]?.[0] ?? 0);
    return slice(whole, { start_indices: starts, limit_indices: starts.map((start, d) => start + to[d]!) });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { block_shape, crops }) => call("batchToSpaceND", x, block_shape, crops),
    torch: (call, { inputs: [x], shapes: [own], shape }, { block_shape, crops }) => {
      const { split, order, full } = putTogether(own!, block_shape);
      const whole = call("torch.reshape", call("torch.permute", call("torch.reshape", x, split), order), full);
      return shape.reduce((y, length, d) => call("torch.narrow", y, d, crops[d - 1]?.[0] ?? 0, length), whole);
    },
    jax: (call, { inputs: [x], shapes: [own], shape }, { block_shape, crops }) => {
      const { split, order, full } = putTogether(own!, block_shape);
      const whole = call("jnp.reshape", call("jnp.transpose", call("jnp.reshape", x, split), order), full);
      const starts = shape.map((_, d) => crops[d - 1]?.[0] ?? 0);
      return call(
        "jax.lax.slice",
        whole,
        starts,
        starts.map((start, d) => start + shape[d]!),
      );
    },
  },
});

/** The shape after cutting off; throws where there is not as much. */
function croppedOf(x: Shape, block: Shape, crops: readonly Pair[]): Shape {
  const spatial = block.map((side, d) => x[d + 1]! * side - crops[d]![0] - crops[d]![1]);
  if (spatial.some((length) => length < 0))
    throw new ShapeError(
      `batch_to_space: expected crops of at most what there is, got ${JSON.stringify(crops)} of ${formatShape(block.map((side, d) => x[d + 1]! * side))}`,
    );
  return [x[0]! / timesOf(block), ...spatial, ...x.slice(block.length + 1)];
}

/** How the first dimension is split, which order puts each place of a block behind its dimension, and what they become. */
function putTogether(x: Shape, block: Shape): { readonly split: Shape; readonly order: Shape; readonly full: Shape } {
  const rank = block.length;
  const batch = x[0]! / timesOf(block);
  const rest = x.slice(rank + 1);
  return {
    split: [...block, batch, ...x.slice(1)],
    order: [rank, ...block.flatMap((_, d) => [rank + 1 + d, d]), ...rest.map((_, d) => 2 * rank + 1 + d)],
    full: [batch, ...block.map((side, d) => x[d + 1]! * side), ...rest],
  };
}
