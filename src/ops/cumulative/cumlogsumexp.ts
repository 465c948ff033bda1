import { normalizeAxis } from "../../base/shape.ts";
import { shiftedExponentials } from "../../op/axis.ts";
import {
  exactCumulative,
  fromEitherEnd,
  running,
  sampleRunning,
  shapeAlong,
  windows,
  type Running,
} from "../../op/cumulative.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * ln Σ eˣ of each element and all before it along `axis`, or all after it with `reverse`, each sum from its elements less
 * their largest, so that nothing overflows.
 *
 * @throws ShapeError for a scalar, which has no axis.
 * @example
 * ops.cumlogsumexp(tensor([0, 0])); // [0, 0.6931…]
 */
export const cumlogsumexp: Op<["x"], Running> = composite({
  name: "cumlogsumexp",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = \ln \sum_{j \in J_i} e^{x_j}, \quad J_i = \begin{cases} \{j \mid j \ge i\} & \mathrm{reverse} \\ \{j \mid j \le i\} & \text{else} \end{cases} \text{ along } \mathrm{axis}`,
  attrs: running,
  domain: { x: reals(-4, 4) },
  sample: sampleRunning,
  shape: ([x], attrs) => shapeAlong("cumlogsumexp", x!, attrs),
  exact: exactCumulative("cumlogsumexp", (real, xs) => {
    const { largest, total } = shiftedExponentials(real, xs);
    return real.add(largest, real.log(total));
  }),
  compose: (kit, { x }, attrs) =>
    kit.logsumexp(windows("cumlogsumexp", kit, x, Number.NEGATIVE_INFINITY, { ...attrs, exclusive: false }), {
      axis: -1,
    }),
  counterparts: {
    tfjs: { none: "TensorFlow.js has no cumulative logarithms of sums of exponentials" },
    torch: (call, { inputs: [x] }, attrs) =>
      fromEitherEnd(call, x!, attrs, (from) => call("torch.logcumsumexp", from, attrs.axis)),
    jax: (call, { inputs: [x], shapes: [shape] }, { axis, reverse }) =>
      call("jax.lax.cumlogsumexp", x, { axis: normalizeAxis("cumlogsumexp", axis, shape!.length), reverse }),
  },
});
