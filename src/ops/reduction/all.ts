import { normalizeAxes } from "../../base/shape.ts";
import { constantTensor } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { reducesNothing, reduction, sampleReduction, shapeReduced, type Reduction } from "../../op/reduction.ts";
import { ofNonzero, zeroOrNot } from "../../op/truth.ts";
import { all as allKernel } from "../../tensor/kernels/truth.ts";

/**
 * 1 where all elements over `axis` (one axis, several, or null for all) are not 0, else 0; 1 of nothing. NaN is not 0. Its
 * derivative is zero.
 *
 * @example
 * ops.all(tensor([[1, 0], [2, 3]]), { axis: 1 }); // [0, 1]
 */
export const all: Op<["x"], Reduction> = constantTensor({
  name: "all",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x_j \ne 0 \text{ for all } j \in \mathrm{axis} \\ 0 & \text{else} \end{cases}`,
  attrs: reduction,
  domain: { x: zeroOrNot },
  sample: sampleReduction,
  shape: ([x], attrs) => shapeReduced("all", x!, attrs),
  exact: ofNonzero("all", (count, total) => (count === total ? 1 : 0)),
  kernel: ([x], { axis, keepdims }) => allKernel(x!, normalizeAxes("all", axis, x!.shape.length), keepdims),
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, keepdims }) =>
      call("cast", call("all", call("cast", x, "bool"), axis, keepdims), "float32"),
    torch: (call, { inputs: [x] }, { axis, keepdims }) => {
      const truth = call("torch.Tensor.bool", x);
      const out = reducesNothing(axis) ? truth : call("torch.all", truth, { dim: axis, keepdim: keepdims });
      return call("torch.Tensor.double", out);
    },
    jax: (call, { inputs: [x] }, { axis, keepdims }) =>
      call("jnp.asarray", call("jnp.all", x, { axis, keepdims }), { dtype: "float64" }),
  },
});
