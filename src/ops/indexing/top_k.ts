import { InputError } from "../../base/errors.ts";
import { normalizeAxis, type Shape } from "../../base/shape.ts";
import { axis, flagOn, integer } from "../../op/attrs.ts";
import { drawAxis } from "../../op/axis.ts";
import { item } from "../../op/counterparts.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { exactOrder, orderedPlaces } from "../../op/order.ts";

/** How many elements of which end, along which axis. */
export interface TopK {
  readonly k?: number;
  readonly axis?: number;
  readonly largest?: boolean;
}

/**
 * The `k` largest elements of each line along `axis` (the last unless given), the largest first; or the smallest ones, the
 * smallest first. NaN counts as larger than all numbers.
 *
 * Where elements tie, it has a kink; the derivative takes them in the order in which they stand in x.
 *
 * @throws InputError unless there are k elements along the axis, ShapeError when x has no such axis.
 * @example
 * ops.top_k(tensor([3, 1, 2]), { k: 2 }); // [3, 2]
 */
export const top_k: Op<["x"], TopK> = composite({
  name: "top_k",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = x_{\pi_i},\ 0 \le i < k, \quad \begin{cases} x_{\pi_0} \ge x_{\pi_1} \ge \cdots & \mathrm{largest} \\ x_{\pi_0} \le x_{\pi_1} \le \cdots & \text{else} \end{cases} \text{ along } \mathrm{axis}`,
  attrs: {
    k: integer("how many elements", 1),
    axis: axis("the axis along which they are the largest; a negative one counts from the end", -1),
    largest: flagOn("whether they are the largest, not the smallest"),
  },
  domain: { x: reals(-4, 4, kinksAtTies) },
  sample: (draw) => {
    const shape = draw.shape(1, 6);
    const axis = drawAxis(draw, shape.length);
    const at = normalizeAxis("top_k", axis, shape.length);
    return {
      shapes: [shape],
      attrs: { k: draw.integer(Math.min(1, shape[at]!), shape[at]!), axis, largest: draw.flag() },
    };
  },
  shape: ([x], { k, axis }) => {
    const at = normalizeAxis("top_k", axis, x!.length);
    if (k < 0 || k > x![at]!)
      throw new InputError(`top_k: expected k from 0 to ${String(x![at])}, the length of the axis, got ${String(k)}`);
    return x!.with(at, k);
  },
  exact: (real, [x], { axis, largest }) => {
    const at = normalizeAxis("top_k", axis, x!.shape.length);
    const order = exactOrder("top_k", real, x!, { axis, descending: largest });
    return (index) => order(index)[index[at]!]![1];
  },
  compose: ({ gather_at, shape }, { x }, { k, axis, largest }) => {
    const from = shape(x);
    const at = normalizeAxis("top_k", axis, from.length);
    return gather_at(x, x, {
      places: (elements) => orderedPlaces(from, at, k, largest, elements),
      shape: from.with(at, k),
    });
  },
  counterparts: {
    // TensorFlow.js has the largest along the last axis.
    tfjs: (call, { inputs: [x], shapes: [shape] }, { k, axis, largest }) => {
      const order = toLast(shape!, normalizeAxis("top_k", axis, shape!.length));
      const isLast = order.every((from, to) => from === to);
      const lines = isLast ? x! : call("transpose", x, order);
      const top = item(call, call("topk", largest ? lines : call("neg", lines), k, true), "values");
      const values = largest ? top : call("neg", top);
      return isLast ? values : call("transpose", values, order);
    },
    torch: (call, { inputs: [x] }, { k, axis, largest }) =>
      item(call, call("torch.topk", x, k, { dim: axis, largest }), "values"),
    jax: (call, { inputs: [x], shapes: [shape] }, { k, axis, largest }) => {
      const order = toLast(shape!, normalizeAxis("top_k", axis, shape!.length));
      const lines = call("jnp.permute_dims", x, order);
      const top = item(call, call("jax.lax.top_k", largest ? lines : call("jnp.negative", lines), k), 0);
      return call("jnp.permute_dims", largest ? top : call("jnp.negative", top), order);
    },
  },
});

/** The axes with one exchanged for the last; the same order leads back. */
function toLast(shape: Shape, axis: number): Shape {
  const axes = shape.map((_, d) => d);
  return axes.with(axis, axes.length - 1).with(axes.length - 1, axis);
}
