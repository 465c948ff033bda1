import { jumpsAtTies, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * 1 where x > y, else 0; shapes broadcast. Its derivative is zero.
 *
 * @example
 * ops.greater(tensor([1, 2, 3]), tensor(2)); // [0, 0, 1]
 */
export const greater: Op<["x", "y"]> = constant({
  name: "greater",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x > y \\ 0 & \text{else} \end{cases}`,
  domain: { x: reals(-4, 4, jumpsAtTies), y: reals(-4, 4, jumpsAtTies) },
  exact: (real, x, y) => real.real(real.compare(x, y) > 0 ? 1 : 0),
  kernel: (x, y) => (x > y ? 1 : 0),
  counterparts: {
    tfjs: (call, { inputs }) => call("cast", call("greater", ...inputs), "float32"),
    torch: (call, { inputs }) => call("torch.Tensor.double", call("torch.greater", ...inputs)),
    jax: (call, { inputs }) => call("jnp.asarray", call("jnp.greater", ...inputs), { dtype: "float64" }),
  },
});
