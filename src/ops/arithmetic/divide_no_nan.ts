import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The quotient x / y, and 0 where y is 0, whatever x is; shapes broadcast. There its derivative is 0 too.
 *
 * @example
 * ops.divide_no_nan(tensor([1, 2]), tensor([4, 0])); // [0.25, 0]
 */
export const divide_no_nan: Op<["x", "y"]> = elementwise({
  name: "divide_no_nan",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \begin{cases} \frac{x}{y} & y \ne 0 \\ 0 & y = 0 \end{cases}`,
  domain: { x: reals(-4, 4), y: reals(0.5, 4) },
  exact: (real, x, y) => (real.compare(y, 0) === 0 ? real.real(0) : real.div(x, y)),
  kernel: (x, y) => (y === 0 ? 0 : x / y),
  rounding: { relative: 6 },
  // The divisor is replaced where it is 0: a quotient that is not taken must not put 0·∞ into the next derivative.
  partials: {
    x: ({ div, equal, where }, { y }, g) => where(equal(y, 0), 0, div(g, where(equal(y, 0), 1, y))),
    // ∂/∂y = −x / y²
    y: ({ ddivide, equal, mul, neg, where }, { x, y }, g) =>
      where(equal(y, 0), 0, neg(mul(g, ddivide(x, where(equal(y, 0), 1, y))))),
  },
  variants: [
    {
      y: ({ div, equal, mul, neg, square, where }, { x, y }, g) =>
        where(equal(y, 0), 0, neg(div(mul(g, x), square(where(equal(y, 0), 1, y))))),
    },
  ],
  counterparts: {
    tfjs: fn("divNoNan"),
    torch: (call, { inputs: [x, y] }) => {
      const isZero = call("torch.eq", y, 0);
      return call("torch.where", isZero, 0, call("torch.divide", x, call("torch.where", isZero, 1, y)));
    },
    jax: (call, { inputs: [x, y] }) => {
      const isZero = call("jnp.equal", y, 0);
      return call("jnp.where", isZero, 0, call("jnp.divide", x, call("jnp.where", isZero, 1, y)));
    },
  },
});
