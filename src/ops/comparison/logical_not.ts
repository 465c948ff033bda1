import { jumpsAt, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * 1 where x is 0, else 0. Its derivative is zero.
 *
 * @example
 * ops.logical_not(tensor([2, 0])); // [0, 1]
 */
export const logical_not: Op<["x"]> = constant({
  name: "logical_not",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x = 0 \\ 0 & \text{else} \end{cases}`,
  domain: { x: reals(-4, 4, jumpsAt(0)) },
  exact: (real, x) => real.real(real.compare(x, 0) === 0 ? 1 : 0),
  kernel: (x) => (x === 0 ? 1 : 0),
  counterparts: {
    tfjs: (call, { inputs: [x] }) => call("cast", call("logicalNot", call("notEqual", x, 0)), "float32"),
    torch: (call, { inputs }) => call("torch.Tensor.double", call("torch.logical_not", ...inputs)),
    jax: (call, { inputs }) => call("jnp.asarray", call("jnp.logical_not", ...inputs), { dtype: "float64" }),
  },
});
