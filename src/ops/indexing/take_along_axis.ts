import { ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxis, type Shape } from "../../base/shape.ts";
import { axis } from "../../op/attrs.ts";
import { drawAxis } from "../../op/axis.ts";
import { reals, wholes } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { indexAlong, type PlacesOf } from "../../tensor/kernels/indexed.ts";
import { placesFrom } from "../../tensor/kernels/places.ts";

/**
 * The elements of x at `indices` along `axis` (the last unless given), line by line: the indices have x's shape but for
 * that axis, and so has the result theirs.
 *
 * Indices are whole numbers; negative ones count from the end. They are not differentiated.
 *
 * @throws ShapeError when the shapes differ beside the axis, DomainError for an index outside it.
 * @example
 * ops.take_along_axis(tensor([[1, 2], [3, 4]]), tensor([[1], [0]])); // [[2], [3]]
 */
export const take_along_axis: Op<["x", "indices"], { readonly axis?: number }> = composite({
  name: "take_along_axis",
  inputs: ["x", "indices"],
  formula: String.raw`\mathrm{out}_{o,k,i} = x_{o,\,\mathrm{indices}_{o,k,i},\,i}, \quad k \text{ along } \mathrm{axis}`,
  data: ["indices"],
  attrs: { axis: axis("the axis to take along; a negative one counts from the end", -1) },
  domain: { x: reals(-4, 4), indices: wholes(0, 0) },
  sample: (draw) => {
    const shape = draw.shape(1, 6);
    const axis = drawAxis(draw, shape.length);
    const at = normalizeAxis("take_along_axis", axis, shape.length);
    const length = Math.max(1, shape[at]!);
    return {
      shapes: [shape.with(at, length), shape.with(at, draw.dimension())],
      attrs: { axis },
      inputs: { indices: wholes(-length, length - 1) },
    };
  },
  shape: ([x, indices], { axis }) => {
    const at = normalizeAxis("take_along_axis", axis, x!.length);
    if (x!.length !== indices!.length || x!.some((d, i) => i !== at && d !== indices![i]))
      throw new ShapeError(
        `take_along_axis: expected indices of shape ${formatShape(x!)} but for axis ${String(at)}, got ${formatShape(indices!)}`,
      );
    return indices!;
  },
  exact: (real, [x, indices], { axis }) => {
    const at = normalizeAxis("take_along_axis", axis, x!.shape.length);
    return (index) => {
      const chosen = real.integer(indices!.at(index));
      return x!.at(index.with(at, chosen < 0 ? x!.shape[at]! + chosen : chosen));
    };
  },
  compose: ({ gather_at, shape }, { x, indices }, { axis }) =>
    gather_at(x, indices, { places: placesOf(shape(x), shape(indices), axis), shape: shape(indices) }),
  counterparts: {
    tfjs: { none: "TensorFlow.js takes whole sub-tensors along an axis only" },
    torch: (call, { inputs: [x, indices], shapes: [from] }, { axis }) =>
      call(
        "torch.take_along_dim",
        x,
        call("torch.Tensor.long", call("torch.remainder", indices, from![normalizeAxis("take_along_axis", axis, from!.length)])), // prettier-ignore
        axis,
      ),
    jax: (call, { inputs: [x, indices] }, { axis }) =>
      call("jnp.take_along_axis", x, call("jnp.asarray", indices, { dtype: "int32" }), { axis }),
  },
});

function placesOf(from: Shape, shape: Shape, axis: number): PlacesOf {
  const at = normalizeAxis("take_along_axis", axis, from.length);
  const along = { op: "take_along_axis", axis: at, length: from[at]!, fromEnd: true };
  return (indices) => {
    let next = 0;
    return placesFrom(from, shape, (index) => index.with(at, indexAlong(along, indices[next++]!)));
  };
}
