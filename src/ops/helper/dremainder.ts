import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { floorQuotient } from "../../tensor/kernels/floored.ts";

/** −g·⌊x / y⌋, what a remainder moves by with its divisor; 0 where g is 0, also where the quotient overflows. */
export const dremainder: Op<["g", "x", "y"]> = elementwise({
  name: "dremainder",
  inputs: ["g", "x", "y"],
  data: ["x", "y"],
  kernel: (g, x, y) => (g === 0 ? 0 : -g * floorQuotient(x, y)),
  partials: {
    // Linear in g.
    g: ({ dremainder }, { x, y }, g) => dremainder(g, x, y),
  },
});
