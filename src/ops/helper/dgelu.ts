import { oneOf } from "../../op/attrs.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { CUBIC, geluSlope, type Approximate } from "../../tensor/kernels/gelu.ts";

/** 2·√(2/π) */
const SCALE = 2 * Math.sqrt(2 / Math.PI);

/** Where the slope of gelu is 0 or 1. */
const LEVEL = 64;

/** The slope of gelu, with twice the digits about its zero. */
export const dgelu: Op<["x"], { approximate: Approximate }> = elementwise({
  name: "dgelu",
  inputs: ["x"],
  attrs: { approximate: oneOf("the normal distribution itself, or a tanh near it", ["none", "tanh"]) },
  kernel: (x, { approximate }) => geluSlope(x, approximate),
  rounding: { relative: 64, absolute: 8 },
  partials: {
    x: ({ abs, add, derf, dsigmoid, greater, mul, square, sub, tanh, where }, { x: given }, g, { approximate }) => {
      // Beyond it the slope is constant to the last digit, and powers of x would overflow.
      const x = where(greater(abs(given), LEVEL), LEVEL, given);
      // φ(x)·(2 − x²), where φ(x) = erf′(x/√2)/(2√2)
      if (approximate === "none")
        return mul(g, mul(mul(Math.SQRT1_2 / 2, derf(mul(Math.SQRT1_2, x))), sub(2, square(x))));
      // Of x·σ(v): σ′(v)·(2v′ + x·v″ − x·v′²·tanh(v/2)), for σ″ = −σ′·tanh(v/2)
      const v = mul(SCALE, add(x, mul(CUBIC, mul(x, square(x)))));
      const growth = mul(SCALE, add(1, mul(3 * CUBIC, square(x))));
      const bend = mul(SCALE, mul(6 * CUBIC, square(x)));
      const turn = mul(mul(x, square(growth)), tanh(mul(0.5, v)));
      return mul(g, mul(dsigmoid(v), sub(add(mul(2, growth), bend), turn)));
    },
  },
});
