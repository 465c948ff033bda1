import { InputError } from "../../base/errors.ts";
import { normalizeAxis } from "../../base/shape.ts";
import { axis, integer } from "../../op/attrs.ts";
import { drawAxis } from "../../op/axis.ts";
import { item } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * One of the tensors that x is stacked of along `axis` (0 unless given): the one at `part` (the first unless given).
 *
 * @throws ShapeError when x has no such axis, InputError when it has no such part.
 * @example
 * ops.unstack(tensor([[1, 2], [3, 4]]), { part: 1 }); // [3, 4]
 */
export const unstack: Op<["x"], { readonly axis?: number; readonly part?: number }> = composite({
  name: "unstack",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{i,j} = x_{i,k,j}, \quad k = \mathrm{part} \text{ along } \mathrm{axis}`,
  attrs: {
    axis: axis("the axis to take x apart along; a negative one counts from the end", 0),
    part: integer("which of the parts, from 0", 0),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(1, 6);
    const axis = drawAxis(draw, shape.length);
    const at = normalizeAxis("unstack", axis, shape.length);
    const length = Math.max(1, shape[at]!);
    return { shapes: [shape.with(at, length)], attrs: { axis, part: draw.integer(0, length - 1) } };
  },
  excused: [{ pair: ["dimensions=0", "rank=1"], because: "nothing has no parts" }],
  shape: ([x], { axis, part }) => {
    const at = normalizeAxis("unstack", axis, x!.length);
    if (part < 0 || part >= x![at]!)
      throw new InputError(`unstack: expected a part from 0 to ${String(x![at]! - 1)}, got ${String(part)}`);
    return x!.toSpliced(at, 1);
  },
  exact: (_real, [x], { axis, part }) => {
    const at = normalizeAxis("unstack", axis, x!.shape.length);
    return (index) => x!.at(index.toSpliced(at, 0, part));
  },
  compose: ({ reshape, shape, slice }, { x }, { axis, part }) => {
    const from = shape(x);
    const at = normalizeAxis("unstack", axis, from.length);
    const start_indices = from.map((_, d) => (d === at ? part : 0));
    const limit_indices = from.with(at, part + 1);
    return reshape(slice(x, { start_indices, limit_indices }), { shape: from.toSpliced(at, 1) });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, part }) => item(call, call("unstack", x, axis), part),
    torch: (call, { inputs: [x] }, { axis, part }) => item(call, call("torch.unbind", x, axis), part),
    jax: (call, { inputs: [x] }, { axis, part }) => item(call, call("jnp.unstack", x, { axis }), part),
  },
});
