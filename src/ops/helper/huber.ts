import { real } from "../../op/attrs.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** ½·x² where |x| ≤ delta, else delta·(|x| − ½·delta): smooth but for its second derivative, which jumps there. */
export const huber: Op<["x"], { readonly delta: number }> = elementwise({
  name: "huber",
  inputs: ["x"],
  attrs: { delta: real("where it becomes linear") },
  kernel: (x, { delta }) => {
    const size = Math.abs(x);
    return size > delta ? delta * (size - delta / 2) : 0.5 * x * x;
  },
  rounding: { relative: 8 },
  partials: {
    // x held between −delta and delta
    x: ({ abs, less_equal, mul, sign, where }, { x }, g, { delta }) =>
      mul(g, where(less_equal(abs(x), delta), x, mul(delta, sign(x)))),
  },
  variants: [
    {},
    {
      // Of ½·q² + delta·(|x| − q) with q = min(|x|, delta), whose last two terms cancel where q = |x|.
      x: ({ abs, add, less_equal, mul, sign, sub, where }, { x }, g, { delta }) => {
        const linear = mul(mul(g, delta), sign(x));
        return where(less_equal(abs(x), delta), add(sub(mul(g, x), linear), linear), linear);
      },
    },
  ],
});
