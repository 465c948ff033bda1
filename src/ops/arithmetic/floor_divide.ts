import { fn } from "../../op/counterparts.ts";
import { constant } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { quotientDomain, sampleQuotients } from "../../op/quotients.ts";
import { floorQuotient } from "../../tensor/kernels/floored.ts";

/**
 * The quotient rounded down, ⌊x / y⌋; shapes broadcast. Its derivative is zero.
 *
 * @example
 * ops.floor_divide(tensor([7, -7]), tensor(2)); // [3, -4]
 */
export const floor_divide: Op<["x", "y"]> = constant({
  name: "floor_divide",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \left\lfloor \frac{x}{y} \right\rfloor`,
  domain: quotientDomain,
  sample: sampleQuotients,
  exact: (real, x, y) => real.floor(real.div(x, y)),
  kernel: floorQuotient,
  counterparts: {
    tfjs: (call, { inputs }) => call("cast", call("floorDiv", ...inputs), "float32"),
    torch: fn("torch.floor_divide"),
    jax: fn("jnp.floor_divide"),
  },
});
