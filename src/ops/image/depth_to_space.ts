import { ShapeError } from "../../base/errors.ts";
import { formatShape } from "../../base/shape.ts";
import { checkDepth, depth, depthPlan, imagesOf, partsOfImages, sampleDepth, type Depth } from "../../op/depth.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * Images whose pixels become blocks of `block_size` × `block_size` pixels of that many times fewer channels: the first of
 * these are those of the first pixel of the block, row by row.
 *
 * @throws ShapeError for x of another rank, or channels that a block does not divide; InputError for a block of one.
 * @example
 * ops.depth_to_space(tensor([[[[1, 2, 3, 4]]]]), { block_size: 2 }); // [[[[1], [2]], [[3], [4]]]]
 */
export const depth_to_space: Op<["x"], Depth> = composite({
  name: "depth_to_space",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{n,h,w,c} = x_{n,\,\lfloor h / b \rfloor,\,\lfloor w / b \rfloor,\,k}, \quad k = ((h \bmod b)\,b + (w \bmod b))\,C + c,\ b = \text{block\_size}`,
  attrs: depth,
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const { parts, attrs } = sampleDepth(draw);
    const [n, h, w, c] = parts;
    return { shapes: [imagesOf([n, h, w, c * attrs.block_size ** 2], attrs)], attrs };
  },
  shape: ([x], attrs) => {
    checkDepth("depth_to_space", x!, attrs);
    const side = attrs.block_size;
    const [n, h, w, c] = partsOfImages(x!, attrs);
    if (c % side ** 2 !== 0)
      throw new ShapeError(
        `depth_to_space: expected channels that ${String(side ** 2)} divides, got ${String(c)} of ${formatShape(x!)}`,
      );
    return imagesOf([n, h * side, w * side, c / side ** 2], attrs);
  },
  exact: (_real, [x], attrs, shape) => {
    const side = attrs.block_size;
    const channels = partsOfImages(shape, attrs)[3];
    return (index) => {
      const [n, h, w, c] = partsOfImages(index, attrs);
      const within = (h % side) * side + (w % side);
      return x!.at(imagesOf([n, Math.floor(h / side), Math.floor(w / side), within * channels + c], attrs));
    };
  },
  compose: ({ permute_dims, reshape, shape }, { x }, attrs) => {
    const [n, h, w, c] = partsOfImages(shape(x), attrs);
    const side = attrs.block_size;
    const { deep, toWide } = depthPlan([n, h, w, c / side ** 2], attrs);
    return reshape(permute_dims(reshape(x, { shape: deep }), { axes: toWide }), {
      shape: imagesOf([n, h * side, w * side, c / side ** 2], attrs),
    });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { block_size, data_format }) => call("depthToSpace", x, block_size, data_format),
    torch: (call, { inputs: [x], shapes: [own], shape }, attrs) => {
      const [n, h, w, c] = partsOfImages(own!, attrs);
      const { deep, toWide } = depthPlan([n, h, w, c / attrs.block_size ** 2], attrs);
      return call("torch.reshape", call("torch.permute", call("torch.reshape", x, deep), toWide), shape);
    },
    jax: (call, { inputs: [x], shapes: [own], shape }, attrs) => {
      const [n, h, w, c] = partsOfImages(own!, attrs);
      const { deep, toWide } = depthPlan([n, h, w, c / attrs.block_size ** 2], attrs);
      return call("jnp.reshape", call("jnp.transpose", call("jnp.reshape", x, deep), toWide), shape);
    },
  },
});
