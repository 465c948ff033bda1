import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The natural logarithm ln x; NaN below 0.
 *
 * @example
 * ops.log(tensor([1, Math.E])); // [0, 1]
 */
export const log: Op<["x"]> = elementwise({
  name: "log",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \ln x`,
  domain: { x: reals(0.25, 4) },
  exact: (real, x) => real.log(x),
  kernel: Math.log,
  rounding: { relative: 8, absolute: 2 },
  partials: {
    x: ({ div }, { x }, g) => div(g, x),
  },
  // Its own, and g·(1 / x).
  variants: [{}, { x: ({ div, mul }, { x }, g) => mul(g, div(1, x)) }],
  counterparts: { tfjs: fn("log"), torch: fn("torch.log"), jax: fn("jnp.log") },
});
