import { ShapeError } from "../../base/errors.ts";
import { checkShape, formatShape, indicesOf, sameShape, sizeOf, type Shape } from "../../base/shape.ts";
import { integers } from "../../op/attrs.ts";
import { reals, wholes } from "../../op/domain.ts";
import { drawPointed, pointedIndex, pointedPlaces, pointedShape, printedRows } from "../../op/indexing.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * Zeros of `shape` with `updates` added where `indices` point to: their last dimension holds an index for each of the first
 * dimensions, so the updates are of shape `indices[:-1] + shape[indices[-1]:]`. What points to one place is added up there.
 *
 * Indices are whole numbers; negative ones count from the end. They are not differentiated.
 *
 * @throws ShapeError when the updates have another shape, DomainError for an index outside its dimension.
 * @example
 * ops.scatter_nd(tensor([[0], [2], [0]]), tensor([1, 2, 3]), { shape: [3] }); // [4, 0, 2]
 */
export const scatter_nd: Op<["indices", "updates"], { readonly shape: Shape }> = composite({
  name: "scatter_nd",
  inputs: ["indices", "updates"],
  formula: String.raw`\mathrm{out}_{j,i} = \sum_{k\,:\,\mathrm{indices}_k = j} \mathrm{updates}_{k,i}, \quad (j, i) \text{ within } \mathrm{shape}`,
  data: ["indices"],
  attrs: { shape: integers("the shape of the result") },
  domain: { indices: wholes(0, 0), updates: reals(-4, 4) },
  sample: (draw) => {
    // Not a single index: TensorFlow reads indices of rank 1 as many into one dimension.
    const { x, indices, whole } = drawPointed(draw, 1);
    return {
      shapes: [indices, pointedShape("scatter_nd", x, indices)],
      attrs: { shape: x },
      inputs: { indices: whole },
    };
  },
  shape: ([indices, updates], { shape }) => {
    checkShape("scatter_nd", shape);
    const want = pointedShape("scatter_nd", shape, indices!);
    if (!sameShape(want, updates!))
      throw new ShapeError(`scatter_nd: expected updates of shape ${formatShape(want)}, got ${formatShape(updates!)}`);
    return shape;
  },
  exact: (real, [indices, updates], { shape }) => {
    const depth = indices!.shape.at(-1)!;
    const rows = indicesOf(indices!.shape.slice(0, -1));
    return (index) =>
      real.sum(
        rows
          .filter((row) => pointedIndex(real, shape, indices!, row).join() === index.slice(0, depth).join())
          .map((row) => updates!.at([...row, ...index.slice(depth)])),
      );
  },
  compose: ({ scatter_at, shape: shapeOf }, { indices, updates }, { shape }) =>
    scatter_at(updates, indices, { places: pointedPlaces("scatter_nd", shape, shapeOf(indices)), shape }),
  counterparts: {
    tfjs: (call, { inputs: [indices, updates] }, { shape }) =>
      call("scatterND", call("cast", indices, "int32"), updates, shape),
    torch: (call, { inputs: [indices, updates], shapes: [own] }, { shape }) => {
      const { rows, inner, count } = rowsOf(shape, own!);
      const at = printedRows(call, "torch", indices!, shape, own!.at(-1)!);
      const zeros = call("torch.zeros", [rows, inner]);
      return call("torch.reshape", call("torch.index_add", zeros, 0, at, call("torch.reshape", updates, [count, inner])), shape); // prettier-ignore
    },
    jax: (call, { inputs: [indices, updates], shapes: [own] }, { shape }) => {
      const { rows, inner, count } = rowsOf(shape, own!);
      const at = printedRows(call, "jnp", indices!, shape, own!.at(-1)!);
      const sums = call("jax.ops.segment_sum", call("jnp.reshape", updates, [count, inner]), at, {
        num_segments: rows,
      });
      return call("jnp.reshape", sums, shape);
    },
  },
});

/** How many sub-tensors a tensor has that indices point to, of how many elements, and how many are pointed to. */
function rowsOf(
  shape: Shape,
  indices: Shape,
): { readonly rows: number; readonly inner: number; readonly count: number } {
  const depth = indices.at(-1)!;
  return {
    rows: sizeOf(shape.slice(0, depth)),
    inner: sizeOf(shape.slice(depth)),
    count: sizeOf(indices.slice(0, -1)),
  };
}
