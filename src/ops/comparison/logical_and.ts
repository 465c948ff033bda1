import { jumpsAt, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * 1 where neither x nor y is 0, else 0; shapes broadcast. Its derivative is zero.
 *
 * @example
 * ops.logical_and(tensor([1, 0]), tensor(2)); // [1, 0]
 */
export const logical_and: Op<["x", "y"]> = constant({
  name: "logical_and",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x \ne 0 \text{ and } y \ne 0 \\ 0 & \text{else} \end{cases}`,
  domain: { x: reals(-4, 4, jumpsAt(0)), y: reals(-4, 4, jumpsAt(0)) },
  exact: (real, x, y) => real.real(real.compare(x, 0) === 0 || real.compare(y, 0) === 0 ? 0 : 1),
  kernel: (x, y) => (x !== 0 && y !== 0 ? 1 : 0),
  counterparts: {
    tfjs: (call, { inputs: [x, y] }) =>
      call("cast", call("logicalAnd", call("notEqual", x, 0), call("notEqual", y, 0)), "float32"),
    torch: (call, { inputs }) => call("torch.Tensor.double", call("torch.logical_and", ...inputs)),
    jax: (call, { inputs }) => call("jnp.asarray", call("jnp.logical_and", ...inputs), { dtype: "float64" }),
  },
});
