import { optionalReal } from "../../op/attrs.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * x held between `min` and `max`; a bound of null (or one left out) is none.
 *
 * At a bound, where it has a kink, the derivative is taken as 1.
 *
 * @example
 * ops.clip(tensor([-2, 0, 2]), { min: -1, max: 1 }); // [-1, 0, 1]
 */
export const clip: Op<["x"], { readonly min?: number | null; readonly max?: number | null }> = elementwise({
  name: "clip",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \min(\max(x, \mathrm{min}), \mathrm{max})`,
  attrs: { min: optionalReal("the lower bound"), max: optionalReal("the upper bound") },
  domain: { x: reals(-4, 4, kinksAt("min", "max")) },
  sample: (draw) => ({
    shapes: draw.broadcastable(1),
    attrs: draw.pick([{ min: -1, max: 1 }, { min: -1 }, { max: 1 }, {}]),
  }),
  exact: (real, x, { min, max }) => real.min(real.max(x, min ?? -Infinity), max ?? Infinity),
  kernel: (x, { min, max }) => Math.min(Math.max(x, min ?? -Infinity), max ?? Infinity),
  rounding: {},
  partials: {
    // ∂/∂x = [min ≤ x ≤ max]
    x: ({ greater_equal, less_equal, where }, { x }, g, { min, max }) =>
      where(greater_equal(x, min ?? -Infinity), where(less_equal(x, max ?? Infinity), g, 0), 0),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { min, max }) => {
      if (min === null && max !== null) return call("minimum", x, max);
      if (max === null && min !== null) return call("maximum", x, min);
      return call("clipByValue", x, min ?? -Infinity, max ?? Infinity);
    },
    // PyTorch refuses to clamp without a bound.
    torch: (call, { inputs: [x] }, { min, max }) =>
      min === null && max === null ? x! : call("torch.clamp", x, { min, max }),
    jax: (call, { inputs: [x] }, { min, max }) => call("jnp.clip", x, { min, max }),
  },
});
