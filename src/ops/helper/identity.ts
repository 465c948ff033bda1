import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** x itself: ties the input of one derivative to the variable of the derivative around it. */
export const identity: Op<["x"]> = linear({
  name: "identity",
  inputs: ["x"],
  shape: ([x]) => x!,
  kernel: ([x]) => x!,
  transpose: { x: (_, __, g) => g },
});
