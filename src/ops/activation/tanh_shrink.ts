import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { sizes } from "../../tensor/kernels/map.ts";

/** Up to here the difference would lose digits. */
const SMALL = 1.5;

/**
 * x − tanh x. Near 0, where that cancels, the fraction (x·cosh x − sinh x) / cosh x, whose numerator is a series of terms
 * of one sign, Σ 2k·x²ᵏ⁺¹ / (2k + 1)!.
 *
 * @example
 * ops.tanh_shrink(tensor(2)); // 1.0359…
 */
export const tanh_shrink: Op<["x"]> = elementwise({
  name: "tanh_shrink",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = x - \tanh x`,
  domain: { x: reals(-4, 4) },
  exact: (real, x) => {
    const e = real.exp(real.mul(-2, real.abs(x)));
    const size = real.sub(real.abs(x), real.div(real.sub(1, e), real.add(1, e)));
    return real.compare(x, 0) < 0 ? real.neg(size) : size;
  },
  kernel: (x) => {
    if (!(Math.abs(x) < SMALL)) return x - Math.tanh(x);
    const square = x * x;
    let [power, sum] = [x, 0];
    for (let k = 1; k <= TERMS; k++) {
      power *= square / (2 * k * (2 * k + 1));
      sum += 2 * k * power;
    }
    return sum / Math.cosh(x);
  },
  // A difference of x and tanh x.
  rounding: ([x]) => ({ relative: 4, terms: 4, magnitudes: sizes(x!) }),
  partials: {
    // ∂/∂x = tanh² x
    x: ({ mul, square, tanh }, { x }, g) => mul(g, square(tanh(x))),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no tanh shrinkage" },
    torch: fn("torch.nn.functional.tanhshrink"),
    jax: { none: "jax.nn has no tanh shrinkage" },
  },
});

const TERMS = 12;
