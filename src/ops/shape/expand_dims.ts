import { normalizeAxis } from "../../base/shape.ts";
import { axis } from "../../op/attrs.ts";
import { eitherEnd } from "../../op/axis.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * A dimension of 1 put in before `axis` of the result (0 unless given).
 *
 * @throws ShapeError when the result has no such axis.
 * @example
 * ops.expand_dims(tensor([1, 2]), { axis: 1 }); // [[1], [2]]
 */
export const expand_dims: Op<["x"], { readonly axis?: number }> = composite({
  name: "expand_dims",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{i,0,j} = x_{i,j}, \quad 0 \text{ along } \mathrm{axis}`,
  attrs: { axis: axis("the axis of the result that the new dimension is; a negative one counts from the end", 0) },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(0, 5);
    return { shapes: [shape], attrs: { axis: eitherEnd(draw, draw.integer(0, shape.length), shape.length + 1) } };
  },
  shape: ([x], { axis }) => x!.toSpliced(normalizeAxis("expand_dims", axis, x!.length + 1), 0, 1),
  exact: (_real, [x], { axis }) => {
    const at = normalizeAxis("expand_dims", axis, x!.shape.length + 1);
    return (index) => x!.at(index.filter((_, d) => d !== at));
  },
  compose: ({ reshape, shape }, { x }, { axis }) => {
    const from = shape(x);
    return reshape(x, { shape: from.toSpliced(normalizeAxis("expand_dims", axis, from.length + 1), 0, 1) });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis }) => call("expandDims", x, axis),
    torch: (call, { inputs: [x] }, { axis }) => call("torch.unsqueeze", x, axis),
    jax: (call, { inputs: [x] }, { axis }) => call("jnp.expand_dims", x, { axis }),
  },
});
