import { sameShape } from "../../base/shape.ts";
import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The length √(x² + y²), without overflow on the way; shapes broadcast. ∞ where a side is infinite, whatever the other
 * is. At the origin the derivative is undefined (NaN).
 *
 * @example
 * ops.hypot(tensor(3), tensor(4)); // 5
 */
export const hypot: Op<["x", "y"]> = elementwise({
  name: "hypot",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \sqrt{x^2 + y^2}`,
  domain: { x: reals(-4, 4), y: reals(0.5, 4) },
  exact: (real, x, y) => {
    const isInfinite = [x, y].some((side) => real.compare(real.abs(side), Infinity) === 0);
    return isInfinite ? real.real(Infinity) : real.sqrt(real.add(real.mul(x, x), real.mul(y, y)));
  },
  kernel: (x, y) => Math.hypot(x, y),
  rounding: { relative: 8 },
  partials: {
    // ∂/∂x = x / √(x² + y²)
    x: ({ dhypot, mul }, { x, y }, g) => mul(g, dhypot(x, y)),
    y: ({ dhypot, mul }, { x, y }, g) => mul(g, dhypot(y, x)),
  },
  counterparts: {
    // The size of a complex number is what TensorFlow.js has.
    tfjs: (call, { inputs, shapes, shape }) =>
      call(
        "abs",
        call("complex", ...inputs.map((x, i) => (sameShape(shapes[i]!, shape) ? x : call("broadcastTo", x, shape)))),
      ),
    torch: fn("torch.hypot"),
    jax: fn("jnp.hypot"),
  },
});
