import { integer } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { polygamma as kernel } from "../../tensor/kernels/polygamma.ts";

/** The derivatives of the digamma function up to order 100: further up their factorials leave float64. */
const MOST = 100;

/**
 * The derivative of order n of the digamma function. At 0 and the negative whole numbers ∞ for odd n; NaN there for even n,
 * but ∓∞ at ±0.
 *
 * @throws InputError unless n is a whole number from 1 to 100.
 *
 * @example
 * ops.polygamma(tensor(1), { n: 1 }); // π²/6
 */
export const polygamma: Op<["x"], { n: number }> = elementwise({
  name: "polygamma",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \psi^{(n)}(x) = \frac{d^n}{dx^n} \psi(x) = \frac{d^{n + 1}}{dx^{n + 1}} \ln \Gamma(x)`,
  attrs: {
    n: {
      ...integer("order of the derivative"),
      type: `integer from 1 to ${String(MOST)}`,
      accepts: (x) => Number.isSafeInteger(x) && Number(x) >= 1 && Number(x) <= MOST,
    },
  },
  domain: { x: reals(0.5, 6) },
  sample: (draw) => ({ shapes: draw.broadcastable(1), attrs: { n: draw.integer(1, 4) } }),
  exact: (real, x, { n }) => real.polygamma(n, x),
  kernel: (x, { n }) => kernel(n, x),
  rounding: { relative: 64 },
  partials: {
    // ∂/∂x = ψₙ₊₁(x)
    x: ({ mul, polygamma }, { x }, g, { n }) => mul(g, polygamma(x, { n: n + 1 })),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no gamma functions" },
    torch: (call, { inputs: [x] }, { n }) => call("torch.polygamma", n, x),
    jax: (call, { inputs: [x] }, { n }) => call("jax.scipy.special.polygamma", n, x),
  },
});
