import { kinksAtTies, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import {
  NOTHING_IN_ALL,
  reducedInto,
  reducesNothing,
  reduction,
  sampleReduction,
  shapeOfSome,
  type Reduction,
} from "../../op/reduction.ts";

/**
 * The smallest element over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with
 * `keepdims`. NaN where there is one.
 *
 * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
 *
 * @throws ShapeError where an axis that is reduced has no element.
 * @example
 * ops.min(tensor([[1, 5], [3, 4]]), { axis: 1 }); // [1, 3]
 */
export const min: Op<["x"], Reduction> = composite({
  name: "min",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \min_{j \in \mathrm{axis}} x_j`,
  attrs: reduction,
  domain: { x: reals(-4, 4, kinksAtTies) },
  sample: (draw) => sampleReduction(draw, 1),
  excused: NOTHING_IN_ALL,
  shape: ([x], attrs) => shapeOfSome("min", "smallest element", x!, attrs),
  exact:
    (real, [x], attrs) =>
    (index) =>
      reducedInto("min", x!, attrs, index).reduce((smallest, element) => real.min(smallest, element)),
  // −max(−x), exactly.
  compose: ({ max, neg }, { x }, attrs) => neg(max(neg(x), attrs)),
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, keepdims }) => call("min", x, axis, keepdims),
    torch: (call, { inputs: [x] }, { axis, keepdims }) =>
      reducesNothing(axis) ? x! : call("torch.amin", x, { dim: axis ?? [], keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { axis, keepdims }) => call("jnp.min", x, { axis, keepdims }),
  },
});
