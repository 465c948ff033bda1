import { reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * 1 where x is ∞ or −∞, else 0. Its derivative is zero.
 *
 * @example
 * ops.isinf(tensor([1, -Infinity])); // [0, 1]
 */
export const isinf: Op<["x"]> = constant({
  name: "isinf",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & \lvert x \rvert = \infty \\ 0 & \text{else} \end{cases}`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.real(real.compare(real.abs(x), Infinity) === 0 ? 1 : 0),
  kernel: (x) => (Math.abs(x) === Infinity ? 1 : 0),
  counterparts: {
    tfjs: (call, { inputs }) => call("cast", call("isInf", ...inputs), "float32"),
    torch: (call, { inputs }) => call("torch.Tensor.double", call("torch.isinf", ...inputs)),
    jax: (call, { inputs }) => call("jnp.asarray", call("jnp.isinf", ...inputs), { dtype: "float64" }),
  },
});
