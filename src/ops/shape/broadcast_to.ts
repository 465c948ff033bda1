import { ShapeError } from "../../base/errors.ts";
import { broadcastsTo, checkShape, formatShape } from "../../base/shape.ts";
import { integers } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { expand } from "../../tensor/kernels/map.ts";

/**
 * x repeated to `shape` by the broadcasting rule: aligned at the end, dimensions of 1 stretch.
 *
 * @throws ShapeError when x's shape does not broadcast to `shape`.
 * @example
 * ops.broadcast_to(tensor([1, 2]), { shape: [2, 2] }); // [[1, 2], [1, 2]]
 */
export const broadcast_to: Op<["x"], { readonly shape: readonly number[] }> = linear({
  name: "broadcast_to",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{h,i} = x_k, \quad k_d = \begin{cases} 0 & n_d = 1 \\ i_d & \text{else} \end{cases},\ (h, i) \text{ within } \mathrm{shape},\ n \text{ the shape of } x`,
  attrs: { shape: integers("the shape to repeat to") },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(0, 4);
    const from = shape.map((d) => (draw.flag() ? 1 : d)).slice(draw.integer(0, shape.length));
    return { shapes: [from], attrs: { shape } };
  },
  shape: ([x], { shape }) => {
    checkShape("broadcast_to", shape);
    if (!broadcastsTo(x!, shape))
      throw new ShapeError(`broadcast_to: ${formatShape(x!)} does not broadcast to ${formatShape(shape)}`);
    return shape;
  },
  exact:
    (_real, [x]) =>
    (index) =>
      x!.at(index),
  kernel: ([x], _attrs, shape) => expand(x!, shape),
  transpose: {
    x: ({ sum_to, shape }, { x }, g) => sum_to(g, { shape: shape(x) }),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { shape }) => call("broadcastTo", x, shape),
    torch: (call, { inputs: [x] }, { shape }) => call("torch.broadcast_to", x, shape),
    jax: (call, { inputs: [x] }, { shape }) => call("jnp.broadcast_to", x, shape),
  },
});
