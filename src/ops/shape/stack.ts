import { ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxis, sameShape } from "../../base/shape.ts";
import { axis } from "../../op/attrs.ts";
import { eitherEnd } from "../../op/axis.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * Tensors of one shape joined along a new dimension, which is `axis` of the result (0 unless given).
 *
 * @throws ShapeError when the shapes differ.
 * @example
 * ops.stack(tensor([1, 2]), tensor([3, 4])); // [[1, 2], [3, 4]]
 */
export const stack: Op<["xs"], { readonly axis?: number }> = composite({
  name: "stack",
  inputs: ["xs"],
  formula: String.raw`\mathrm{out}_{i,k,j} = \mathrm{xs}_{k,i,j}, \quad k \text{ along } \mathrm{axis}`,
  variadic: true,
  attrs: { axis: axis("the axis of the result to stack along; a negative one counts from the end", 0) },
  domain: { xs: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(0, 5);
    return {
      shapes: Array.from({ length: draw.integer(1, 3) }, () => shape),
      attrs: { axis: eitherEnd(draw, draw.integer(0, shape.length), shape.length + 1) },
    };
  },
  shape: (shapes, { axis }) => {
    const first = shapes[0]!;
    if (!shapes.every((shape) => sameShape(shape, first)))
      throw new ShapeError(`stack: expected equal shapes, got ${shapes.map(formatShape).join(", ")}`);
    return first.toSpliced(normalizeAxis("stack", axis, first.length + 1), 0, shapes.length);
  },
  exact: (_real, xs, { axis }) => {
    const at = normalizeAxis("stack", axis, xs[0]!.shape.length + 1);
    return (index) => xs[index[at]!]!.at(index.filter((_, d) => d !== at));
  },
  compose: ({ concat, reshape, shape }, { inputs }, { axis }) => {
    const from = shape(inputs[0]!);
    const at = normalizeAxis("stack", axis, from.length + 1);
    return concat(
      inputs.map((x) => reshape(x, { shape: from.toSpliced(at, 0, 1) })),
      { axis: at },
    );
  },
  counterparts: {
    tfjs: (call, { inputs }, { axis }) => call("stack", inputs, axis),
    torch: (call, { inputs }, { axis }) => call("torch.stack", inputs, { dim: axis }),
    jax: (call, { inputs }, { axis }) => call("jnp.stack", inputs, { axis }),
  },
});
