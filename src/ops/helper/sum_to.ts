import { ShapeError } from "../../base/errors.ts";
import { broadcastsTo, formatShape, type Shape } from "../../base/shape.ts";
import { integers } from "../../op/attrs.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { sum } from "../../tensor/kernels/reduce.ts";
import { Tensor } from "../../tensor/tensor.ts";

/** The transpose of broadcasting: sums the dimensions that broadcasting `shape` to g's shape added or stretched. */
export const sum_to: Op<["g"], { readonly shape: Shape }> = linear({
  name: "sum_to",
  inputs: ["g"],
  attrs: { shape: integers("the shape before broadcasting") },
  shape: ([g], { shape }) => {
    if (!broadcastsTo(shape, g!))
      throw new ShapeError(`sum_to: ${formatShape(g!)} is not a broadcast of ${formatShape(shape)}`);
    return shape;
  },
  kernel: ([g], _attrs, shape) => {
    const added = g!.shape.length - shape.length;
    const axes = g!.shape.map((_, i) => i).filter((i) => i < added || (shape[i - added] === 1 && g!.shape[i] !== 1));
    return new Tensor(shape, sum(g!, axes, false).data, g!.batch);
  },
  rounding: ([g], _attrs, out) => ({ terms: g!.data.length / out.data.length - 1 }),
  transpose: {
    g: ({ broadcast_to, shape }, { g }, h) => broadcast_to(h, { shape: shape(g) }),
  },
});
