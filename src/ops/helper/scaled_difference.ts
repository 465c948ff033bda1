import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** (x − y)·k, whose slopes along x and y are two products: libraries round them one by one, also where these nearly cancel. */
export const scaled_difference: Op<["x", "y", "k"]> = elementwise({
  name: "scaled_difference",
  inputs: ["x", "y", "k"],
  kernel: (x, y, k) => (x - y) * k,
  rounding: { relative: 4 },
  partials: {
    x: ({ mul }, { k }, g) => mul(g, k),
    y: ({ mul, neg }, { k }, g) => neg(mul(g, k)),
    k: ({ mul, sub }, { x, y }, g) => mul(g, sub(x, y)),
  },
});
