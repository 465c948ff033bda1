import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { isNegative } from "../../op/exact-signs.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The angle of the point (x, y), in [−π, π]; shapes broadcast. The signs of zeros count, as in IEEE 754: the negative
 * x axis has π above it and −π below. At the origin the derivative is undefined (NaN).
 *
 * @example
 * ops.atan2(tensor(1), tensor(1)); // π/4
 */
export const atan2: Op<["y", "x"]> = elementwise({
  name: "atan2",
  inputs: ["y", "x"],
  formula: String.raw`\mathrm{out} = \operatorname{atan2}(y, x) = \arg(x + \mathrm{i}\,y)`,
  // Away from the origin and from the cut along the negative x axis: above them or below.
  domain: { y: reals(0.5, 4), x: reals(-4, 4) },
  sample: (draw) => ({
    shapes: draw.broadcastable(2),
    attrs: {},
    inputs: draw.pick([{}, { y: reals(-4, -0.5) }]),
  }),
  exact: (real, y, x) => {
    // On an axis or at infinity by the signs alone; elsewhere the angle of y / x, turned by half where x is negative.
    const infinite = [y, x].map((side) => real.compare(real.abs(side), Infinity) === 0);
    const unit = (side: typeof x): typeof x => real.real(isNegative(real, side) ? -1 : 1);
    const [v, u] = infinite[0] && infinite[1] ? [unit(y), unit(x)] : [y, x];
    const isOrigin = real.compare(v, 0) === 0 && real.compare(u, 0) === 0;
    const angle = isOrigin ? v : real.atan(real.div(v, u));
    if (!isNegative(real, u)) return angle;
    return isNegative(real, v) ? real.sub(angle, real.pi) : real.add(angle, real.pi);
  },
  kernel: (y, x) => Math.atan2(y, x),
  rounding: { relative: 16, absolute: 4 },
  partials: {
    // ∂/∂y = x / (x² + y²)
    y: ({ datan2, mul }, { y, x }, g) => mul(g, datan2(x, y)),
    // ∂/∂x = −y / (x² + y²)
    x: ({ datan2, mul, neg }, { y, x }, g) => neg(mul(g, datan2(y, x))),
  },
  variants: [
    // In so many steps.
    {
      y: ({ add, div, mul, square }, { y, x }, g) => mul(g, div(x, add(square(y), square(x)))),
      x: ({ add, div, mul, neg, square }, { y, x }, g) => neg(mul(g, div(y, add(square(y), square(x))))),
    },
  ],
  counterparts: { tfjs: fn("atan2"), torch: fn("torch.atan2"), jax: fn("jnp.arctan2") },
});
