import { real } from "../../op/attrs.ts";
import { jumpsAt, reals } from "../../op/domain.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * 1 where x is above 0, else `alpha` (0 unless given); NaN stays. Its derivative is zero.
 *
 * @example
 * ops.step(tensor([-1, 0, 2]), { alpha: 0.5 }); // [0.5, 0.5, 1]
 */
export const step: Op<["x"], { readonly alpha?: number }> = constant({
  name: "step",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} 1 & x > 0 \\ \alpha & x \le 0 \end{cases}`,
  attrs: { alpha: real("the value where x is not above 0", 0) },
  domain: { x: reals(-4, 4, jumpsAt(0)) },
  sample: (draw) => ({ shapes: draw.broadcastable(1), attrs: { alpha: draw.pick([0, 0.25, -1.5]) } }),
  exact: (real, x, { alpha }) => {
    const order = real.compare(x, 0);
    return real.real(Number.isNaN(order) ? Number.NaN : order > 0 ? 1 : alpha);
  },
  kernel: (x, { alpha }) => (Number.isNaN(x) ? x : x > 0 ? 1 : alpha),
  counterparts: {
    tfjs: (call, { inputs: [x] }, { alpha }) => call("step", x, alpha),
    torch: (call, { inputs: [x] }, { alpha }) =>
      call("torch.where", call("torch.gt", x, 0), call("torch.ones_like", x), call("torch.full_like", x, alpha)),
    jax: (call, { inputs: [x] }, { alpha }) =>
      call("jnp.where", call("jnp.greater", x, 0), call("jnp.ones_like", x), alpha),
  },
});
