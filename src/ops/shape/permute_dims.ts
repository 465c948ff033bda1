import { ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxis } from "../../base/shape.ts";
import { integers } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { permute } from "../../tensor/kernels/permute.ts";

/**
 * The dimensions reordered: dimension i of the result is dimension `axes[i]` of x.
 *
 * @throws ShapeError when `axes` is not a permutation of x's axes.
 * @example
 * ops.permute_dims(tensor([[1, 2, 3]]), { axes: [1, 0] }).shape; // [3, 1]
 */
export const permute_dims: Op<["x"], { readonly axes: readonly number[] }> = linear({
  name: "permute_dims",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = x_k, \quad k_{\mathrm{axes}_d} = i_d`,
  attrs: { axes: integers("the axes of x in the order of the result") },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(0, 6);
    const rest = shape.map((_, i) => i);
    const axes = shape.map(() => rest.splice(draw.integer(0, rest.length - 1), 1)[0]!);
    return { shapes: [shape], attrs: { axes: axes.map((a) => (draw.flag() ? a : a - shape.length)) } };
  },
  excused: [{ pair: ["axes=negative", "rank=0"], because: "a scalar has no axes" }],
  shape: ([x], { axes }) => order(axes, x!.length).map((axis) => x![axis]!),
  exact: (_real, [x], { axes }) => {
    const to = order(axes, x!.shape.length);
    return (index) => x!.at(to.map((_, i) => index[to.indexOf(i)]!));
  },
  kernel: ([x], { axes }) => permute(x!, order(axes, x!.shape.length)),
  transpose: {
    x: ({ permute_dims, shape }, { x }, g, { axes }) => {
      const to = order(axes, shape(x).length);
      return permute_dims(g, { axes: to.map((_, i) => to.indexOf(i)) });
    },
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axes }) => call("transpose", x, order(axes, axes.length)),
    torch: (call, { inputs: [x] }, { axes }) => call("torch.permute", x, axes),
    jax: (call, { inputs: [x] }, { axes }) => call("jnp.permute_dims", x, order(axes, axes.length)),
  },
});

function order(axes: readonly number[], rank: number): readonly number[] {
  const normal = axes.map((axis) => normalizeAxis("permute_dims", axis, rank));
  if (normal.length !== rank || new Set(normal).size !== rank)
    throw new ShapeError(
      `permute_dims: axes must name each of the ${String(rank)} axes once, got ${formatShape(axes)}`,
    );
  return normal;
}
