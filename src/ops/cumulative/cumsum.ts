import { normalizeAxis } from "../../base/shape.ts";
import {
  cumulative,
  exactCumulative,
  fromEitherEnd,
  sampleCumulative,
  shapeAlong,
  type Cumulative,
} from "../../op/cumulative.ts";
import { reals } from "../../op/domain.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { cumulativeSum } from "../../tensor/kernels/cumulative.ts";

/**
 * The sum of each element and all before it along `axis`; of all after it with `reverse`, and without itself with
 * `exclusive`.
 *
 * @throws ShapeError for a scalar, which has no axis.
 * @example
 * ops.cumsum(tensor([1, 2, 3])); // [1, 3, 6]
 * ops.cumsum(tensor([1, 2, 3]), { exclusive: true }); // [0, 1, 3]
 */
export const cumsum: Op<["x"], Cumulative> = linear({
  name: "cumsum",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = \sum_{j \in J_i} x_j, \quad J_i = \begin{cases} \{j \mid j \ge i\} & \mathrm{reverse} \\ \{j \mid j \le i\} & \text{else} \end{cases} \text{ along } \mathrm{axis} \text{, without } i \text{ if } \mathrm{exclusive}`,
  attrs: cumulative,
  domain: { x: reals(-4, 4) },
  sample: sampleCumulative,
  shape: ([x], attrs) => shapeAlong("cumsum", x!, attrs),
  exact: exactCumulative("cumsum", (real, xs) => real.sum(xs)),
  kernel: ([x], { axis, exclusive, reverse }) =>
    cumulativeSum(x!, normalizeAxis("cumsum", axis, x!.shape.length), exclusive, reverse),
  rounding: ([x], { axis }) => ({ terms: Math.max(0, x!.shape.at(axis)! - 1) }),
  transpose: {
    // Each element counts for its own result and all after it.
    x: ({ cumsum }, _, g, attrs) => cumsum(g, { ...attrs, reverse: !attrs.reverse }),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, exclusive, reverse }) => call("cumsum", x, axis, exclusive, reverse),
    torch: (call, { inputs: [x] }, attrs) => {
      const sums = fromEitherEnd(call, x!, attrs, (from) => call("torch.cumsum", from, { dim: attrs.axis }));
      return attrs.exclusive ? call("torch.subtract", sums, x) : sums;
    },
    jax: (call, { inputs: [x], shapes: [shape] }, { axis, exclusive, reverse }) => {
      // It takes no negative axes.
      const sums = call("jax.lax.cumsum", x, { axis: normalizeAxis("cumsum", axis, shape!.length), reverse });
      return exclusive ? call("jnp.subtract", sums, x) : sums;
    },
  },
});
