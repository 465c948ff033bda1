import { jumpsAt, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * 1 where one of x and y is 0 and the other is not, else 0; shapes broadcast. Its derivative is zero.
 *
 * @example
 * ops.logical_xor(tensor([1, 0]), tensor(2)); // [0, 1]
 */
export const logical_xor: Op<["x", "y"]> = constant({
  name: "logical_xor",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & \text{either } x \ne 0 \text{ or } y \ne 0 \\ 0 & \text{else} \end{cases}`,
  domain: { x: reals(-4, 4, jumpsAt(0)), y: reals(-4, 4, jumpsAt(0)) },
  exact: (real, x, y) => real.real((real.compare(x, 0) === 0) === (real.compare(y, 0) === 0) ? 0 : 1),
  kernel: (x, y) => ((x !== 0) !== (y !== 0) ? 1 : 0),
  counterparts: {
    tfjs: (call, { inputs: [x, y] }) =>
      call("cast", call("logicalXor", call("notEqual", x, 0), call("notEqual", y, 0)), "float32"),
    torch: (call, { inputs }) => call("torch.Tensor.double", call("torch.logical_xor", ...inputs)),
    jax: (call, { inputs }) => call("jnp.asarray", call("jnp.logical_xor", ...inputs), { dtype: "float64" }),
  },
});
