import { normalizeAxes } from "../../base/shape.ts";
import { constantTensor } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { reducesNothing, reduction, sampleReduction, shapeReduced, type Reduction } from "../../op/reduction.ts";
import { ofNonzero, zeroOrNot } from "../../op/truth.ts";
import { any as anyKernel } from "../../tensor/kernels/truth.ts";

/**
 * 1 where any element over `axis` (one axis, several, or null for all) is not 0, else 0; 0 of nothing. NaN is not 0. Its
 * derivative is zero.
 *
 * @example
 * ops.any(tensor([[0, 0], [2, 0]]), { axis: 1 }); // [0, 1]
 */
export const any: Op<["x"], Reduction> = constantTensor({
  name: "any",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x_j \ne 0 \text{ for some } j \in \mathrm{axis} \\ 0 & \text{else} \end{cases}`,
  attrs: reduction,
  domain: { x: zeroOrNot },
  sample: sampleReduction,
  shape: ([x], attrs) => shapeReduced("any", x!, attrs),
  exact: ofNonzero("any", (count) => (count > 0 ? 1 : 0)),
  kernel: ([x], { axis, keepdims }) => anyKernel(x!, normalizeAxes("any", axis, x!.shape.length), keepdims),
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, keepdims }) =>
      call("cast", call("any", call("cast", x, "bool"), axis, keepdims), "float32"),
    torch: (call, { inputs: [x] }, { axis, keepdims }) => {
      const truth = call("torch.Tensor.bool", x);
      const out = reducesNothing(axis) ? truth : call("torch.any", truth, { dim: axis, keepdim: keepdims });
      return call("torch.Tensor.double", out);
    },
    jax: (call, { inputs: [x] }, { axis, keepdims }) =>
      call("jnp.asarray", call("jnp.any", x, { axis, keepdims }), { dtype: "float64" }),
  },
});
