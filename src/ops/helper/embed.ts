import type { Shape } from "../../base/shape.ts";
import { integers } from "../../op/attrs.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { embed as embedKernel } from "../../tensor/kernels/select.ts";

/** The transpose of `slice`: g in its place in zeros of `shape`. */
export const embed: Op<["g"], { readonly shape: Shape; readonly start_indices: Shape; readonly strides: Shape }> =
  linear({
    name: "embed",
    inputs: ["g"],
    attrs: {
      shape: integers("the shape of the zeros"),
      start_indices: integers("where g starts in each dimension"),
      strides: integers("the step of each dimension"),
    },
    shape: (_shapes, { shape }) => shape,
    kernel: ([g], { shape, start_indices, strides }) => embedKernel(g!, shape, start_indices, strides),
    transpose: {
      g: ({ shape, slice }, { g }, h, { start_indices, strides }) =>
        slice(h, {
          start_indices,
          // One past the last element taken, so that exactly g's elements come back.
          limit_indices: shape(g).map((d, i) =>
            d === 0 ? start_indices[i]! : start_indices[i]! + (d - 1) * strides[i]! + 1,
          ),
          strides,
        }),
    },
  });
