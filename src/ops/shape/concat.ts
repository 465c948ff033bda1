import { ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxis } from "../../base/shape.ts";
import { integer } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { concat as concatKernel } from "../../tensor/kernels/select.ts";

/**
 * Tensors joined along `axis` (0 unless given); their other dimensions are equal.
 *
 * @throws ShapeError when ranks or other dimensions differ.
 * @example
 * ops.concat(tensor([1]), tensor([2, 3])); // [1, 2, 3]
 */
export const concat: Op<["xs"], { readonly axis?: number }> = linear({
  name: "concat",
  inputs: ["xs"],
  formula: String.raw`\mathrm{out}_{N_k + i} = \mathrm{xs}_{k,i}, \quad N_k = n_0 + \cdots + n_{k - 1} \text{ along } \mathrm{axis}`,
  variadic: true,
  attrs: { axis: integer("the axis to join along; a negative one counts from the end", 0) },
  domain: { xs: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(1, 4);
    const at = draw.integer(0, shape.length - 1);
    const count = draw.integer(1, 3);
    const shapes = Array.from({ length: count }, () => shape.map((d, i) => (i === at ? draw.dimension() : d)));
    return { shapes, attrs: { axis: draw.flag() ? at : at - shape.length } };
  },
  shape: (shapes, { axis }) => {
    const first = shapes[0]!;
    const at = normalizeAxis("concat", axis, first.length);
    for (const shape of shapes)
      if (shape.length !== first.length || shape.some((d, i) => i !== at && d !== first[i]))
        throw new ShapeError(
          `concat: shapes must be equal but for axis ${String(at)}, got ${shapes.map(formatShape).join(", ")}`,
        );
    return first.map((d, i) => (i === at ? shapes.reduce((total, shape) => total + shape[at]!, 0) : d));
  },
  exact: (_real, xs, { axis }) => {
    const at = normalizeAxis("concat", axis, xs[0]!.shape.length);
    return (index) => {
      let from = index[at]!;
      let part = 0;
      while (from >= xs[part]!.shape[at]!) from -= xs[part++]!.shape[at]!;
      return xs[part]!.at(index.with(at, from));
    };
  },
  kernel: (xs, { axis }) => concatKernel(xs, normalizeAxis("concat", axis, xs[0]!.shape.length)),
  transpose: {
    // The part of g that the input filled.
    xs: ({ shape, slice }, { inputs, index }, g, { axis }) => {
      const at = normalizeAxis("concat", axis, shape(g).length);
      const start = inputs.slice(0, index).reduce((total, x) => total + shape(x)[at]!, 0);
      const own = shape(inputs[index]!);
      return slice(g, {
        start_indices: own.map((_, i) => (i === at ? start : 0)),
        limit_indices: own.map((d, i) => (i === at ? start + d : d)),
      });
    },
  },
  counterparts: {
    tfjs: (call, { inputs }, { axis }) => call("concat", inputs, axis),
    torch: (call, { inputs }, { axis }) => call("torch.cat", inputs, { dim: axis }),
    jax: (call, { inputs }, { axis }) => call("jnp.concatenate", inputs, { axis }),
  },
});
