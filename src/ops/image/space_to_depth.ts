import { ShapeError } from "../../base/errors.ts";
import { formatShape } from "../../base/shape.ts";
import { checkDepth, depth, depthPlan, imagesOf, partsOfImages, sampleDepth, type Depth } from "../../op/depth.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The inverse of `depth_to_space`: blocks of `block_size` × `block_size` pixels become pixels of that many times more
 * channels, those of the first pixel of a block first, row by row.
 *
 * @throws ShapeError for x of another rank, or a height or width that the side of a block does not divide; InputError for a
 * block of one.
 * @example
 * ops.space_to_depth(tensor([[[[1], [2]], [[3], [4]]]]), { block_size: 2 }); // [[[[1, 2, 3, 4]]]]
 */
export const space_to_depth: Op<["x"], Depth> = composite({
  name: "space_to_depth",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{n,\,h,\,w,\,(pb + q)\,C + c} = x_{n,\,hb + p,\,wb + q,\,c}, \quad 0 \le p, q < b = \text{block\_size}`,
  attrs: depth,
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const { parts, attrs } = sampleDepth(draw);
    const [n, h, w, c] = parts;
    return { shapes: [imagesOf([n, h * attrs.block_size, w * attrs.block_size, c], attrs)], attrs };
  },
  shape: ([x], attrs) => {
    checkDepth("space_to_depth", x!, attrs);
    const side = attrs.block_size;
    const [n, h, w, c] = partsOfImages(x!, attrs);
    if (h % side !== 0 || w % side !== 0)
      throw new ShapeError(
        `space_to_depth: expected a height and a width that ${String(side)} divides, got ${formatShape(x!)}`,
      );
    return imagesOf([n, h / side, w / side, c * side ** 2], attrs);
  },
  exact: (_real, [x], attrs) => {
    const side = attrs.block_size;
    const channels = partsOfImages(x!.shape, attrs)[3];
    return (index) => {
      const [n, h, w, c] = partsOfImages(index, attrs);
      const within = Math.floor(c / channels);
      return x!.at(
        imagesOf([n, h * side + Math.floor(within / side), w * side + (within % side), c % channels], attrs),
      );
    };
  },
  compose: ({ permute_dims, reshape, shape }, { x }, attrs) => {
    const [n, h, w, c] = partsOfImages(shape(x), attrs);
    const side = attrs.block_size;
    const { wide, toDeep } = depthPlan([n, h / side, w / side, c], attrs);
    return reshape(permute_dims(reshape(x, { shape: wide }), { axes: toDeep }), {
      shape: imagesOf([n, h / side, w / side, c * side ** 2], attrs),
    });
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has depthToSpace only" },
    torch: (call, { inputs: [x], shapes: [own], shape }, attrs) => {
      const [n, h, w, c] = partsOfImages(own!, attrs);
      const { wide, toDeep } = depthPlan([n, h / attrs.block_size, w / attrs.block_size, c], attrs);
      return call("torch.reshape", call("torch.permute", call("torch.reshape", x, wide), toDeep), shape);
    },
    jax: (call, { inputs: [x], shapes: [own], shape }, attrs) => {
      const [n, h, w, c] = partsOfImages(own!, attrs);
      const { wide, toDeep } = depthPlan([n, h / attrs.block_size, w / attrs.block_size, c], attrs);
      return call("jnp.reshape", call("jnp.transpose", call("jnp.reshape", x, wide), toDeep), shape);
    },
  },
});
