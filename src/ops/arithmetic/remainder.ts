import { fn } from "../../op/counterparts.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { quotientDomain, sampleQuotients } from "../../op/quotients.ts";
import { broadcastAll, loop2, map2 } from "../../tensor/kernels/map.ts";
import { floorRemainder } from "../../tensor/kernels/floored.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/**
 * The remainder x − ⌊x / y⌋·y, which has the sign of the divisor y; shapes broadcast. NaN where x is infinite or y is 0.
 * It jumps where x / y is a whole number.
 *
 * @example
 * ops.remainder(tensor([7, -7]), tensor(3)); // [1, 2]
 */
export const remainder: Op<["x", "y"]> = elementwise({
  name: "remainder",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = x - \left\lfloor \frac{x}{y} \right\rfloor y`,
  domain: quotientDomain,
  sample: sampleQuotients,
  exact: (real, x, y) => {
    const isWithin = real.compare(real.abs(x), Infinity) < 0 && real.compare(real.abs(y), Infinity) === 0;
    // Of an infinite divisor the limit: x itself, or a whole divisor more.
    if (isWithin) return real.compare(x, 0) === 0 || real.compare(x, 0) === real.compare(y, 0) ? x : y;
    return real.sub(x, real.mul(real.floor(real.div(x, y)), y));
  },
  kernel: floorRemainder,
  // The quotient's part is taken from x, and a divisor may be added.
  rounding: ([x, y]) => ({ relative: 2, terms: 2, magnitudes: sizes(x!, y!) }),
  partials: {
    x: (_, __, g) => g,
    // ∂/∂y = −⌊x / y⌋
    y: ({ abs, div, floor_divide, less, mul, neg, sub, where }, { x, y, out }, g) => {
      const quotient = floor_divide(x, y);
      const isFinite = less(abs(quotient), Infinity);
      // A quotient that overflows must not meet a g of 0.
      return neg(where(isFinite, mul(g, where(isFinite, quotient, 0)), div(mul(g, sub(x, out)), y)));
    },
  },
  counterparts: { tfjs: fn("mod"), torch: fn("torch.remainder"), jax: fn("jnp.remainder") },
});

const sumOfSizes = loop2<object>((x, y) => Math.abs(x) + Math.abs(y));

function sizes(x: Tensor, y: Tensor): Tensor {
  return map2(sumOfSizes, x, y, broadcastAll("remainder", [x.shape, y.shape]), {});
}
