import { reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * 1 where x is NaN, else 0. Its derivative is zero.
 *
 * @example
 * ops.isnan(tensor([1, NaN])); // [0, 1]
 */
export const isnan: Op<["x"]> = constant({
  name: "isnan",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x \text{ is NaN} \\ 0 & \text{else} \end{cases}`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.real(Number.isNaN(real.compare(x, x)) ? 1 : 0),
  kernel: (x) => (Number.isNaN(x) ? 1 : 0),
  counterparts: {
    tfjs: (call, { inputs }) => call("cast", call("isNaN", ...inputs), "float32"),
    torch: (call, { inputs }) => call("torch.Tensor.double", call("torch.isnan", ...inputs)),
    jax: (call, { inputs }) => call("jnp.asarray", call("jnp.isnan", ...inputs), { dtype: "float64" }),
  },
});
