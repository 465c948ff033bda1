import { jumpsAt, reals } from "../../op/domain.ts";
import { isNegative } from "../../op/exact-signs.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { hasMinus } from "../../tensor/kernels/signs.ts";

/**
 * 1 where x has a minus sign, as −0 has, else 0; 0 for NaN, whose sign JavaScript does not show. Its derivative is zero.
 *
 * @example
 * ops.signbit(tensor([1, -2, -0])); // [0, 1, 1]
 */
export const signbit: Op<["x"]> = constant({
  name: "signbit",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x < 0 \text{ or } x = -0 \\ 0 & \text{else} \end{cases}`,
  domain: { x: reals(-4, 4, jumpsAt(0)) },
  exact: (real, x) => real.real(isNegative(real, x) ? 1 : 0),
  kernel: (x) => (hasMinus(x) ? 1 : 0),
  counterparts: {
    tfjs: { none: "TensorFlow.js has none; less(x, 0) is another op, and takes −0 for 0" },
    torch: (call, { inputs }) => call("torch.Tensor.double", call("torch.signbit", ...inputs)),
    jax: (call, { inputs }) => call("jnp.asarray", call("jnp.signbit", ...inputs), { dtype: "float64" }),
  },
});
