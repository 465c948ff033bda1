import { normalizeAxis } from "../../base/shape.ts";
import { item } from "../../op/counterparts.ts";
import {
  exactCumulative,
  fromEitherEnd,
  running,
  sampleRunning,
  shapeAlong,
  windows,
  type Running,
} from "../../op/cumulative.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The largest of each element and all before it along `axis`, or all after it with `reverse`. NaN from where there is one.
 *
 * At a tie, where it has a kink, the derivative is spread over the elements that tie.
 *
 * @throws ShapeError for a scalar, which has no axis.
 * @example
 * ops.cummax(tensor([1, 3, 2])); // [1, 3, 3]
 */
export const cummax: Op<["x"], Running> = composite({
  name: "cummax",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = \max_{j \in J_i} x_j, \quad J_i = \begin{cases} \{j \mid j \ge i\} & \mathrm{reverse} \\ \{j \mid j \le i\} & \text{else} \end{cases} \text{ along } \mathrm{axis}`,
  attrs: running,
  domain: { x: reals(-4, 4, kinksAtTies) },
  sample: sampleRunning,
  shape: ([x], attrs) => shapeAlong("cummax", x!, attrs),
  exact: exactCumulative("cummax", (real, xs) => xs.reduce((most, x) => real.max(most, x))),
  compose: (kit, { x }, attrs) => {
    if (kit.shape(x).includes(0)) return x;
    return kit.max(windows("cummax", kit, x, null, { ...attrs, exclusive: false }), { axis: -1 });
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no running extremes" },
    torch: (call, { inputs: [x] }, attrs) =>
      fromEitherEnd(call, x!, attrs, (from) => item(call, call("torch.cummax", from, { dim: attrs.axis }), "values")),
    jax: (call, { inputs: [x], shapes: [shape] }, { axis, reverse }) =>
      call("jax.lax.cummax", x, { axis: normalizeAxis("cummax", axis, shape!.length), reverse }),
  },
});
