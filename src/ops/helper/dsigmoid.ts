import { elementwise } from "../../op/kinds/index.ts";
import { largest } from "../../tensor/kernels/reduce.ts";
import type { Op } from "../../op/op.ts";

/** g·σ′ in terms of the sigmoid's result y: g·y·(1 − y). */
export const dsigmoid: Op<["g", "y"]> = elementwise({
  name: "dsigmoid",
  inputs: ["g", "y"],
  loop: (out, at, g, i, di, y, j, dj, count) => {
    for (let k = 0; k < count; k++) out[at + k] = g[i + k * di]! * (y[j + k * dj]! * (1 - y[j + k * dj]!));
  },
  // Room for g·(y − y²) as well, which loses digits where y is near 1.
  rounding: ([g], _attrs) => ({ relative: 4, absolute: 4 * largest(g!) }),
  partials: {
    g: ({ dsigmoid }, { y }, h) => dsigmoid(h, y),
    // ∂/∂y = g·(1 − 2y)
    y: ({ mul, sub }, { g, y }, h) => mul(h, mul(g, sub(1, mul(2, y)))),
  },
});
