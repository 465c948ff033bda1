import { elementwise } from "../../op/kinds/index.ts";
import { largest } from "../../tensor/kernels/reduce.ts";
import type { Op } from "../../op/op.ts";

/** g·tanh′ in terms of the tanh's result y: g·(1 − y²). */
export const dtanh: Op<["g", "y"]> = elementwise({
  name: "dtanh",
  inputs: ["g", "y"],
  loop: (out, at, g, i, di, y, j, dj, count) => {
    for (let k = 0; k < count; k++) out[at + k] = g[i + k * di]! * (1 - y[j + k * dj]! * y[j + k * dj]!);
  },
  // Room for g·(1 − y)·(1 + y) and g − g·y² as well, which lose digits where |y| is near 1.
  rounding: ([g], _attrs) => ({ relative: 4, absolute: 4 * largest(g!) }),
  partials: {
    g: ({ dtanh }, { y }, h) => dtanh(h, y),
    // ∂/∂y = −2·g·y
    y: ({ mul }, { g, y }, h) => mul(h, mul(g, mul(-2, y))),
  },
});
