import { indexAt, normalizeAxis } from "../../base/shape.ts";
import { axis, flag } from "../../op/attrs.ts";
import { sampleAxis } from "../../op/axis.ts";
import { jumpsAtTies, reals } from "../../op/domain.ts";
import { constantTensor } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { exactOrder, orderedPlaces, type Order } from "../../op/order.ts";
import { eachMember } from "../../tensor/kernels/members.ts";

/**
 * The indices that put the elements of each line along `axis` (the last unless given) in ascending order, or in descending
 * order. Of equal elements the first comes first; NaN counts as larger than all numbers. Its derivative is zero.
 *
 * @throws ShapeError when x has no such axis.
 * @example
 * ops.argsort(tensor([3, 1, 2])); // [1, 2, 0]
 */
export const argsort: Op<["x"], Order> = constantTensor({
  name: "argsort",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \pi, \quad \begin{cases} x_{\pi_0} \ge x_{\pi_1} \ge \cdots & \mathrm{descending} \\ x_{\pi_0} \le x_{\pi_1} \le \cdots & \text{else} \end{cases} \text{ along } \mathrm{axis}`,
  attrs: {
    axis: axis("the axis to sort along; a negative one counts from the end", -1),
    descending: flag("whether the largest comes first"),
  },
  domain: { x: reals(-4, 4, jumpsAtTies) },
  sample: (draw) => {
    const { shapes, attrs } = sampleAxis(draw);
    return { shapes, attrs: { ...attrs, descending: draw.flag() } };
  },
  shape: ([x], { axis }) => {
    normalizeAxis("argsort", axis, x!.length);
    return x!;
  },
  exact: (real, [x], attrs) => {
    const at = normalizeAxis("argsort", attrs.axis, x!.shape.length);
    const order = exactOrder("argsort", real, x!, attrs);
    return (index) => real.real(order(index)[index[at]!]![0]);
  },
  kernel: ([x], { axis, descending }, shape) => {
    const at = normalizeAxis("argsort", axis, shape.length);
    return eachMember([x!], shape, (out, elements) => {
      orderedPlaces(shape, at, shape[at]!, descending, elements).forEach((place, i) => {
        out[i] = indexAt(place, shape)[at]!;
      });
    });
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no argsort" },
    torch: (call, { inputs: [x] }, { axis, descending }) =>
      call("torch.Tensor.double", call("torch.argsort", x, { dim: axis, descending, stable: true })),
    jax: (call, { inputs: [x] }, { axis, descending }) =>
      call("jnp.asarray", call("jnp.argsort", x, { axis, descending }), { dtype: "float64" }),
  },
});
