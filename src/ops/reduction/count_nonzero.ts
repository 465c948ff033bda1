import { normalizeAxes } from "../../base/shape.ts";
import { constantTensor } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { reducesNothing, reduction, sampleReduction, shapeReduced, type Reduction } from "../../op/reduction.ts";
import { ofNonzero, zeroOrNot } from "../../op/truth.ts";
import { countNonzero } from "../../tensor/kernels/truth.ts";

/**
 * How many elements over `axis` (one axis, several, or null for all) are not 0; NaN is not 0. Its derivative is zero.
 *
 * @example
 * ops.count_nonzero(tensor([[1, 0], [2, 3]]), { axis: 1 }); // [1, 2]
 */
export const count_nonzero: Op<["x"], Reduction> = constantTensor({
  name: "count_nonzero",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \lvert \{j \in \mathrm{axis} \mid x_j \ne 0\} \rvert`,
  attrs: reduction,
  domain: { x: zeroOrNot },
  sample: sampleReduction,
  shape: ([x], attrs) => shapeReduced("count_nonzero", x!, attrs),
  exact: ofNonzero("count_nonzero", (count) => count),
  kernel: ([x], { axis, keepdims }) =>
    countNonzero(x!, normalizeAxes("count_nonzero", axis, x!.shape.length), keepdims),
  counterparts: {
    tfjs: { none: "TensorFlow.js counts no nonzero elements" },
    // PyTorch keeps no dimension of those that it counts over.
    torch: (call, { inputs: [x], shape }, { axis }) => {
      const out = reducesNothing(axis) ? call("torch.ne", x, 0) : call("torch.count_nonzero", x, { dim: axis });
      return call("torch.reshape", call("torch.Tensor.double", out), shape);
    },
    jax: (call, { inputs: [x] }, { axis, keepdims }) =>
      call("jnp.asarray", call("jnp.count_nonzero", x, { axis, keepdims }), { dtype: "float64" }),
  },
});
