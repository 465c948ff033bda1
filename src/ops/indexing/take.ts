import { ShapeError } from "../../base/errors.ts";
import { normalizeAxis, type Shape } from "../../base/shape.ts";
import { integer } from "../../op/attrs.ts";
import { reals, wholes } from "../../op/domain.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { take as takeKernel } from "../../tensor/kernels/select.ts";

/**
 * The sub-tensors of x at `indices` along `axis`: shape `x[:axis] + indices + x[axis+1:]`.
 *
 * Indices are whole numbers; negative ones count from the end. They are not differentiated.
 *
 * @throws DomainError for an index outside the axis.
 * @example
 * ops.take(tensor([10, 20, 30]), tensor([2, 0])); // [30, 10]
 */
export const take: Op<["x", "indices"], { readonly axis?: number }> = linear({
  name: "take",
  inputs: ["x", "indices"],
  formula: String.raw`\mathrm{out}_{o,k,i} = x_{o,\,\mathrm{indices}_k,\,i}, \quad k \text{ in place of } \mathrm{axis}`,
  data: ["indices"],
  attrs: { axis: integer("the axis to take along; a negative one counts from the end", 0) },
  domain: { x: reals(-4, 4), indices: wholes(0, 0) },
  sample: (draw) => {
    const shape = draw.shape(1, 4);
    const at = draw.integer(0, shape.length - 1);
    const length = Math.max(1, shape[at]!);
    return {
      shapes: [shape.map((d, i) => (i === at ? length : d)), draw.shape(0, 2)],
      attrs: { axis: draw.flag() ? at : at - shape.length },
      inputs: { indices: wholes(0, length - 1) },
    };
  },
  shape: ([x, indices], { axis }) => {
    if (x!.length === 0) throw new ShapeError("take: a scalar has no axis to take along; reshape it to [1] first");
    const at = normalizeAxis("take", axis, x!.length);
    return [...x!.slice(0, at), ...indices!, ...x!.slice(at + 1)];
  },
  exact: (real, [x, indices], { axis }) => {
    const at = normalizeAxis("take", axis, x!.shape.length);
    const length = x!.shape[at]!;
    const rank = indices!.shape.length;
    return (index) => {
      const from = real.integer(indices!.at(index.slice(at, at + rank)));
      return x!.at([...index.slice(0, at), from < 0 ? from + length : from, ...index.slice(at + rank)]);
    };
  },
  kernel: ([x, indices], { axis }) => takeKernel(x!, indices!, normalizeAxis("take", axis, x!.shape.length)),
  transpose: {
    x: ({ scatter_add, shape }, { x, indices }, g, { axis }) =>
      scatter_add(g, indices, { axis: normalizeAxis("take", axis, shape(x).length), shape: shape(x) }),
  },
  counterparts: {
    tfjs: (call, { inputs: [x, indices] }, { axis }) => call("gather", x, call("cast", indices, "int32"), axis),
    torch: (call, { inputs: [x, indices], shapes, shape }, { axis }) => {
      const flat = call("torch.reshape", call("torch.remainder", indices, lengthOf(shapes, axis)), [-1]);
      return call("torch.reshape", call("torch.index_select", x, axis, call("torch.Tensor.long", flat)), shape);
    },
    jax: (call, { inputs: [x, indices] }, { axis }) =>
      call("jnp.take", x, call("jnp.asarray", indices, { dtype: "int32" }), { axis }),
  },
});

function lengthOf(shapes: readonly Shape[], axis: number): number {
  const x = shapes[0]!;
  return x[normalizeAxis("take", axis, x.length)]!;
}
