import { normalizeAxes } from "../../base/shape.ts";
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
import { sum as sumKernel } from "../../tensor/kernels/reduce.ts";

/**
 * The sum over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with `keepdims`.
 *
 * @example
 * ops.sum(tensor([[1, 2], [3, 4]]), { axis: 0 }); // [4, 6]
 */
export const sum: Op<["x"], Reduction> = linear({
  name: "sum",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \sum_{j \in \mathrm{axis}} x_j`,
  attrs: reduction,
  domain: { x: reals(-4, 4) },
  sample: sampleReduction,
  shape: ([x], attrs) => shapeReduced("sum", x!, attrs),
  exact:
    (real, [x], attrs) =>
    (index) =>
      real.sum(reducedInto("sum", x!, attrs, index)),
  kernel: ([x], { axis, keepdims }) => sumKernel(x!, normalizeAxes("sum", axis, x!.shape.length), keepdims),
  rounding: ([x], _attrs, out) => ({ terms: x!.data.length / out.data.length - 1 }),
  transpose: {
    x: ({ broadcast_to, reshape, shape }, { x }, g, attrs) =>
      broadcast_to(reshape(g, { shape: shapeKept("sum", shape(x), attrs) }), { shape: shape(x) }),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, keepdims }) => call("sum", x, axis, keepdims),
    torch: (call, { inputs: [x] }, { axis, keepdims }) =>
      reducesNothing(axis) ? x! : call("torch.sum", x, { dim: axis, keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { axis, keepdims }) => call("jnp.sum", x, { axis, keepdims }),
  },
});
