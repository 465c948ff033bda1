import { real as number } from "../../op/attrs.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { rootPlus } from "../../tensor/kernels/root-plus.ts";

/** The slope of squareplus, (1 + x/r) / 2 with r = √(x² + b); where x is negative (b / 2) / (r·(r − x)), which does not cancel. */
export const dsquareplus: Op<["x"], { readonly b: number }> = elementwise({
  name: "dsquareplus",
  inputs: ["x"],
  attrs: { b: number("as squareplus's") },
  kernel: (x, { b }) => {
    const root = rootPlus(x, b);
    return x >= 0 ? 0.5 + x / root / 2 : b / 2 / (root - x) / root;
  },
  rounding: { relative: 8, absolute: 4 },
  partials: {
    // b / (2·(x² + b)^(3/2))
    x: ({ add, div, mul, sqrt, square }, { x }, g, { b }) => {
      const root = sqrt(add(square(x), b));
      return mul(g, div(div(div(b / 2, root), root), root));
    },
  },
});
