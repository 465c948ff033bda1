import { normalizeAxes, sizeOf } from "../../base/shape.ts";
import { reals } from "../../op/domain.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import {
  reducedInto,
  reducesNothing,
  reduction,
  sampleReduction,
  shapeKept,
  shapeReduced,
  type Reduction,
} from "../../op/reduction.ts";
import { sum } from "../../tensor/kernels/reduce.ts";

/**
 * The mean over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with `keepdims`. The mean
 * of nothing is NaN.
 *
 * @example
 * ops.mean(tensor([[1, 2], [3, 4]])); // 2.5
 */
export const mean: Op<["x"], Reduction> = linear({
  name: "mean",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \frac{1}{n} \sum_{j \in \mathrm{axis}} x_j`,
  attrs: reduction,
  domain: { x: reals(-4, 4) },
  sample: sampleReduction,
  shape: ([x], attrs) => shapeReduced("mean", x!, attrs),
  exact:
    (real, [x], attrs) =>
    (index) => {
      const elements = reducedInto("mean", x!, attrs, index);
      return real.div(real.sum(elements), elements.length);
    },
  kernel: ([x], { axis, keepdims }, shape) => {
    const total = sum(x!, normalizeAxes("mean", axis, x!.shape.length), keepdims);
    const count = sizeOf(x!.shape) / sizeOf(shape);
    for (let i = 0; i < total.data.length; i++) total.data[i]! /= count;
    return total;
  },
  // Whether the sum is divided, or each term, or either is multiplied by 1/n, which is rounded too.
  rounding: ([x], _attrs, out) => ({ relative: 2, terms: x!.data.length / out.data.length }),
  transpose: {
    // Each of the n elements gets g / n.
    x: ({ broadcast_to, div, reshape, shape }, { x }, g, attrs) => {
      const count = sizeOf(shape(x)) / sizeOf(shape(g));
      return broadcast_to(reshape(div(g, count), { shape: shapeKept("mean", shape(x), attrs) }), { shape: shape(x) });
    },
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, keepdims }) => call("mean", x, axis, keepdims),
    torch: (call, { inputs: [x] }, { axis, keepdims }) =>
      reducesNothing(axis) ? x! : call("torch.mean", x, { dim: axis, keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { axis, keepdims }) => call("jnp.mean", x, { axis, keepdims }),
  },
});
