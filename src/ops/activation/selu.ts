import { fn } from "../../op/counterparts.ts";
import { kinksAt, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The constants λ and λα that keep activations at mean 0 and variance 1 (G. Klambauer et al., 2017). */
const [SCALE, SCALED_ALPHA] = [1.0507009873554805, 1.7580993408473768] as const;

/**
 * The scaled exponential linear unit: λ·x where x is positive, else λα·(eˣ − 1).
 *
 * At 0, where it has a kink, the derivative is taken as the negative side's.
 *
 * @example
 * ops.selu(tensor([-1, 2])); // [-1.1113…, 2.1014…]
 */
export const selu: Op<["x"]> = elementwise({
  name: "selu",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} \lambda\,x & x > 0 \\ \lambda\,\alpha \left(e^x - 1\right) & x \le 0 \end{cases}, \quad \lambda = 1.0507009873554805,\ \lambda\,\alpha = 1.7580993408473768`,
  domain: { x: reals(-4, 4, kinksAt(0)) },
  exact: (real, x) =>
    real.add(real.mul(SCALE, real.max(x, 0)), real.mul(SCALED_ALPHA, real.sub(real.exp(real.min(x, 0)), 1))),
  kernel: (x) => (x > 0 ? SCALE * x : SCALED_ALPHA * Math.expm1(x)),
  rounding: { relative: 8, absolute: 32 },
  partials: {
    // ∂/∂x = λ where x > 0, else λα·eˣ
    x: ({ exp, greater, mul, where }, { x }, g) => {
      const positive = greater(x, 0);
      return where(positive, mul(SCALE, g), mul(g, mul(SCALED_ALPHA, exp(where(positive, 0, x)))));
    },
  },
  variants: [
    {},
    {
      // out + λα
      x: ({ add, greater, mul, where }, { x, out }, g) =>
        where(greater(x, 0), mul(SCALE, g), mul(g, add(out, SCALED_ALPHA))),
    },
  ],
  counterparts: { tfjs: fn("selu"), torch: fn("torch.nn.functional.selu"), jax: fn("jax.nn.selu") },
});
