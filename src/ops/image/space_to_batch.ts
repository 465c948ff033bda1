import { ShapeError } from "../../base/errors.ts";
import { formatShape, type Shape } from "../../base/shape.ts";
import { integers, pairs, type Pair } from "../../op/attrs.ts";
import { blocksOf, checkBlocks, sampleBlocks, timesOf } from "../../op/blocks.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The sides of the blocks, and how many zeros are put before and after each dimension that is cut into them. */
export interface SpaceToBatch {
  readonly block_shape: Shape;
  readonly paddings: readonly Pair[];
}

/**
 * The dimensions after the first, padded with zeros, cut into blocks of `block_shape`: elements at the same place of their
 * blocks come together in one batch, and the batches follow one another along the first dimension.
 *
 * @throws ShapeError unless x has a dimension for each side of a block after the first, which it divides; InputError for
 * sides less than 1, or paddings that are negative or not two for each side.
 * @example
 * ops.space_to_batch(tensor([[1, 2, 3, 4]]), { block_shape: [2], paddings: [[0, 0]] }); // [[1, 3], [2, 4]]
 */
export const space_to_batch: Op<["x"], SpaceToBatch> = composite({
  name: "space_to_batch",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{wN + n,\,i,\,c} = x_{n,\,bi + r - p,\,c}, \quad w = \sum_d r_d \prod_{e > d} b_e,\ 0 \le r_d < b_d,\ b = \text{block\_shape},\ p_d = \mathrm{paddings}_{d,0},\ x = 0 \text{ outside}`,
  attrs: {
    block_shape: integers("the sides of a block, along the dimensions after the first"),
    paddings: pairs("how many zeros to put before and after each of these dimensions"),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const { block, margins, rest } = sampleBlocks(draw);
    const spatial = block.map((side, d) => {
      const least = Math.ceil((margins[d]![0] + margins[d]![1] + 1) / side) * side;
      return least - margins[d]![0] - margins[d]![1];
    });
    return {
      shapes: [[Math.min(2, draw.dimension()), ...spatial, ...rest]],
      attrs: { block_shape: block, paddings: margins },
    };
  },
  shape: ([x], { block_shape, paddings }) => {
    checkBlocks("space_to_batch", x!, block_shape, "paddings", paddings);
    const padded = block_shape.map((_, d) => x![d + 1]! + paddings[d]![0] + paddings[d]![1]);
    if (padded.some((length, d) => length % block_shape[d]! !== 0))
      throw new ShapeError(
        `space_to_batch: expected padded dimensions that blocks ${formatShape(block_shape)} divide, got ${formatShape(padded)}; pad them`,
      );
    return [
      x![0]! * timesOf(block_shape),
      ...padded.map((length, d) => length / block_shape[d]!),
      ...x!.slice(block_shape.length + 1),
    ];
  },
  exact: (real, [x], { block_shape, paddings }) => {
    const batch = x!.shape[0]!;
    return (index) => {
      let block = Math.floor(index[0]! / batch);
      const within = block_shape
        .toReversed()
        .map((side) => {
          const place = block % side;
          block = Math.floor(block / side);
          return place;
        })
        .toReversed();
      const spatial = block_shape.map((side, d) => index[d + 1]! * side + within[d]! - paddings[d]![0]);
      return spatial.every((i, d) => i >= 0 && i < x!.shape[d + 1]!)
        ? x!.at([index[0]! % batch, ...spatial, ...index.slice(block_shape.length + 1)])
        : real.real(0);
    };
  },
  compose: ({ embed, permute_dims, reshape, shape }, { x }, { block_shape, paddings }) => {
    const from = shape(x);
    const rank = block_shape.length;
    const padded = from.map((length, d) =>
      d === 0 || d > rank ? length : length + paddings[d - 1]![0] + paddings[d - 1]![1],
    );
    const starts = from.map((_, d) => (d === 0 || d > rank ? 0 : paddings[d - 1]![0]));
    const full = embed(x, { shape: padded, start_indices: starts, strides: from.map(() => 1) });
    const { split, toFront } = blocksOf(padded, block_shape);
    const moved = permute_dims(reshape(full, { shape: split }), { axes: toFront });
    return reshape(moved, {
      shape: [
        from[0]! * timesOf(block_shape),
        ...block_shape.map((side, d) => padded[d + 1]! / side),
        ...from.slice(rank + 1),
      ],
    });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { block_shape, paddings }) => call("spaceToBatchND", x, block_shape, paddings),
    torch: (call, { inputs: [x], shapes: [own], shape }, { block_shape, paddings }) => {
      const around = own!.map((_, d) => paddings[d - 1] ?? [0, 0]);
      const padded = own!.map((length, d) => length + around[d]![0] + around[d]![1]);
      const { split, toFront } = blocksOf(padded, block_shape);
      const full = call("torch.nn.functional.pad", x, around.toReversed().flat());
      return call("torch.reshape", call("torch.permute", call("torch.reshape", full, split), toFront), shape);
    },
    jax: (call, { inputs: [x], shapes: [own], shape }, { block_shape, paddings }) => {
      const around = own!.map((_, d) => paddings[d - 1] ?? [0, 0]);
      const padded = own!.map((length, d) => length + around[d]![0] + around[d]![1]);
      const { split, toFront } = blocksOf(padded, block_shape);
      return call(
        "jnp.reshape",
        call("jnp.transpose", call("jnp.reshape", call("jnp.pad", x, around), split), toFront),
        shape,
      );
    },
  },
});
