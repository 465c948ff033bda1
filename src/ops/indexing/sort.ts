import { normalizeAxis } from "../../base/shape.ts";
import { axis, flag } from "../../op/attrs.ts";
import { sampleAxis } from "../../op/axis.ts";
import { item } from "../../op/counterparts.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { exactOrder, orderedPlaces, type Order } from "../../op/order.ts";

/**
 * The elements of each line along `axis` (the last unless given) in ascending order, or in descending order. NaN counts as
 * larger than all numbers.
 *
 * Where elements tie, it has a kink; the derivative takes them in the order in which they stand in x.
 *
 * @throws ShapeError when x has no such axis.
 * @example
 * ops.sort(tensor([3, 1, 2])); // [1, 2, 3]
 */
export const sort: Op<["x"], Order> = composite({
  name: "sort",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = x_{\pi_i}, \quad \begin{cases} x_{\pi_0} \ge x_{\pi_1} \ge \cdots & \mathrm{descending} \\ x_{\pi_0} \le x_{\pi_1} \le \cdots & \text{else} \end{cases} \text{ along } \mathrm{axis}`,
  attrs: {
    axis: axis("the axis to sort along; a negative one counts from the end", -1),
    descending: flag("whether the largest comes first"),
  },
  domain: { x: reals(-4, 4, kinksAtTies) },
  sample: (draw) => {
    const { shapes, attrs } = sampleAxis(draw);
    return { shapes, attrs: { ...attrs, descending: draw.flag() } };
  },
  shape: ([x], { axis }) => {
    normalizeAxis("sort", axis, x!.length);
    return x!;
  },
  exact: (real, [x], attrs) => {
    const at = normalizeAxis("sort", attrs.axis, x!.shape.length);
    const order = exactOrder("sort", real, x!, attrs);
    return (index) => order(index)[index[at]!]![1];
  },
  compose: ({ gather_at, shape }, { x }, { axis, descending }) => {
    const from = shape(x);
    const at = normalizeAxis("sort", axis, from.length);
    return gather_at(x, x, {
      places: (elements) => orderedPlaces(from, at, from[at]!, descending, elements),
      shape: from,
    });
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no sort; its topk is top_k" },
    torch: (call, { inputs: [x] }, { axis, descending }) =>
      item(call, call("torch.sort", x, { dim: axis, descending, stable: true }), "values"),
    jax: (call, { inputs: [x] }, { axis, descending }) => call("jnp.sort", x, { axis, descending }),
  },
});
