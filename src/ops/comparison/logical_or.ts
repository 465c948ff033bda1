import { jumpsAt, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * 1 where x or y is not 0, else 0; shapes broadcast. Its derivative is zero.
 *
 * @example
 * ops.logical_or(tensor([1, 0]), tensor(0)); // [1, 0]
 */
export const logical_or: Op<["x", "y"]> = constant({
  name: "logical_or",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x \ne 0 \text{ or } y \ne 0 \\ 0 & \text{else} \end{cases}`,
  domain: { x: reals(-4, 4, jumpsAt(0)), y: reals(-4, 4, jumpsAt(0)) },
  exact: (real, x, y) => real.real(real.compare(x, 0) === 0 && real.compare(y, 0) === 0 ? 0 : 1),
  kernel: (x, y) => (x !== 0 || y !== 0 ? 1 : 0),
  counterparts: {
    tfjs: (call, { inputs: [x, y] }) =>
      call("cast", call("logicalOr", call("notEqual", x, 0), call("notEqual", y, 0)), "float32"),
    torch: (call, { inputs }) => call("torch.Tensor.double", call("torch.logical_or", ...inputs)),
    jax: (call, { inputs }) => call("jnp.asarray", call("jnp.logical_or", ...inputs), { dtype: "float64" }),
  },
});
