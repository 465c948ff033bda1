import { ShapeError } from "../../base/errors.ts";
import { formatShape, indicesOf, sameShape, sizeOf } from "../../base/shape.ts";
import { reals, wholes } from "../../op/domain.ts";
import { drawPointed, pointedIndex, pointedPlaces, pointedShape, printedRows } from "../../op/indexing.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { rangeOf } from "../../tensor/kernels/places.ts";

/**
 * x with `updates` in place of the sub-tensors that `indices` point to: their last dimension holds an index for each of x's
 * first dimensions, so the updates are of shape `indices[:-1] + x[indices[-1]:]`. Of those that point to one place the last counts.
 *
 * Indices are whole numbers; negative ones count from the end. They are not differentiated.
 *
 * @throws ShapeError when the updates have another shape, DomainError for an index outside its dimension.
 * @example
 * ops.scatter_update(tensor([1, 2, 3]), tensor([[1]]), tensor([5])); // [1, 5, 3]
 */
export const scatter_update: Op<["x", "indices", "updates"]> = composite({
  name: "scatter_update",
  inputs: ["x", "indices", "updates"],
  formula: String.raw`\mathrm{out}_{j,i} = \begin{cases} \mathrm{updates}_{k,i} & \mathrm{indices}_k = j \text{, for the last such } k \\ x_{j,i} & \text{else} \end{cases}`,
  data: ["indices"],
  domain: { x: reals(-4, 4), indices: wholes(0, 0), updates: reals(-4, 4) },
  // Libraries do not agree on indices that are repeated, so there is one only, or updates of nothing.
  sample: (draw) => {
    const { x, indices, whole } = drawPointed(draw, 1);
    const one = indices.map((d, i) => (i < indices.length - 1 ? Math.min(1, d) : d));
    return { shapes: [x, one, pointedShape("scatter_update", x, one)], attrs: {}, inputs: { indices: whole } };
  },
  excused: [
    { pair: ["dimensions=more", "rank=*"], because: "one index at a time: of equal ones, which is last is not said" },
  ],
  shape: ([x, indices, updates]) => {
    const want = pointedShape("scatter_update", x!, indices!);
    if (!sameShape(want, updates!))
      throw new ShapeError(
        `scatter_update: expected updates of shape ${formatShape(want)}, got ${formatShape(updates!)}`,
      );
    return x!;
  },
  exact: (real, [x, indices, updates]) => {
    const depth = indices!.shape.at(-1)!;
    const rows = indicesOf(indices!.shape.slice(0, -1));
    return (index) => {
      const row = rows.findLast(
        (row) => pointedIndex(real, x!.shape, indices!, row).join() === index.slice(0, depth).join(),
      );
      return row === undefined ? x!.at(index) : updates!.at([...row, ...index.slice(depth)]);
    };
  },
  // Of the elements of x and of the updates, one after another, those that the result is of.
  compose: ({ concat, gather_at, reshape, shape }, { x, indices, updates }) => {
    const from = shape(x);
    const size = sizeOf(from);
    const replaced = pointedPlaces("scatter_update", from, shape(indices));
    return gather_at(
      concat([reshape(x, { shape: [size] }), reshape(updates, { shape: [sizeOf(shape(updates))] })]),
      indices,
      {
        shape: from,
        places: (chosen) => {
          const places = Int32Array.from(rangeOf(size));
          replaced(chosen).forEach((place, i) => (places[place] = size + i));
          return places;
        },
      },
    );
  },
  counterparts: {
    tfjs: (call, { inputs: [x, indices, updates] }) =>
      call("tensorScatterUpdate", x, call("cast", indices, "int32"), updates),
    torch: (call, { inputs: [x, indices, updates], shapes: [from, own], shape }) => {
      const depth = own!.at(-1)!;
      const inner = sizeOf(from!.slice(depth));
      const rows = call("torch.reshape", x, [sizeOf(from!.slice(0, depth)), inner]);
      const put = call("torch.reshape", updates, [sizeOf(own!.slice(0, -1)), inner]);
      const at = printedRows(call, "torch", indices!, from!, depth);
      return call("torch.reshape", call("torch.index_copy", rows, 0, at, put), shape);
    },
    jax: (call, { inputs: [x, indices, updates], shapes: [from, own], shape }) => {
      const depth = own!.at(-1)!;
      const inner = sizeOf(from!.slice(depth));
      const rows = call("jnp.reshape", printedRows(call, "jnp", indices!, from!, depth), [-1, 1]);
      const places = call("jnp.add", call("jnp.multiply", rows, inner), call("jnp.arange", inner));
      return call("jnp.reshape", call("jnp.put", x, places, updates, { inplace: false }), shape);
    },
  },
});
