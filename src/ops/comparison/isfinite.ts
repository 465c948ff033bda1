import { reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * 1 where x is neither NaN nor infinite, else 0. Its derivative is zero.
 *
 * @example
 * ops.isfinite(tensor([1, NaN, Infinity])); // [1, 0, 0]
 */
export const isfinite: Op<["x"]> = constant({
  name: "isfinite",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & \lvert x \rvert < \infty \\ 0 & \text{else} \end{cases}`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => real.real(real.compare(real.abs(x), Infinity) < 0 ? 1 : 0),
  kernel: (x) => (Number.isFinite(x) ? 1 : 0),
  counterparts: {
    tfjs: (call, { inputs }) => call("cast", call("isFinite", ...inputs), "float32"),
    torch: (call, { inputs }) => call("torch.Tensor.double", call("torch.isfinite", ...inputs)),
    jax: (call, { inputs }) => call("jnp.asarray", call("jnp.isfinite", ...inputs), { dtype: "float64" }),
  },
});
