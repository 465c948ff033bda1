import { reals, wholes } from "../../op/domain.ts";
import { drawPointed, pointedIndex, pointedPlaces, pointedShape, printedRows } from "../../op/indexing.ts";
import { composite } from "../../op/kinds/index.ts";
import { sizeOf } from "../../base/shape.ts";
import type { Op } from "../../op/op.ts";

/**
 * The sub-tensors of x that `indices` point to: their last dimension holds an index for each of x's first dimensions, so
 * the result is of shape `indices[:-1] + x[indices[-1]:]`.
 *
 * Indices are whole numbers; negative ones count from the end. They are not differentiated.
 *
 * @throws ShapeError when that dimension is longer than x's rank, DomainError for an index outside its dimension.
 * @example
 * ops.gather_nd(tensor([[1, 2], [3, 4]]), tensor([[0, 1], [1, 0]])); // [2, 3]
 */
export const gather_nd: Op<["x", "indices"]> = composite({
  name: "gather_nd",
  inputs: ["x", "indices"],
  formula: String.raw`\mathrm{out}_{k,i} = x_{\mathrm{indices}_{k,0},\,\ldots,\,\mathrm{indices}_{k,m - 1},\,i}`,
  data: ["indices"],
  domain: { x: reals(-4, 4), indices: wholes(0, 0) },
  sample: (draw) => {
    const { x, indices, whole } = drawPointed(draw);
    return { shapes: [x, indices], attrs: {}, inputs: { indices: whole } };
  },
  excused: [
    {
      pair: ["rank=1", "dimensions=0|dimensions=more"],
      because: "one index of a vector is a list of 1; none is of rank 2",
    },
  ],
  shape: ([x, indices]) => pointedShape("gather_nd", x!, indices!),
  exact: (real, [x, indices]) => {
    const rank = indices!.shape.length - 1;
    return (index) => x!.at([...pointedIndex(real, x!.shape, indices!, index.slice(0, rank)), ...index.slice(rank)]);
  },
  compose: ({ gather_at, shape }, { x, indices }) =>
    gather_at(x, indices, {
      places: pointedPlaces("gather_nd", shape(x), shape(indices)),
      shape: pointedShape("gather_nd", shape(x), shape(indices)),
    }),
  counterparts: {
    tfjs: (call, { inputs: [x, indices] }) => call("gatherND", x, call("cast", indices, "int32")),
    torch: (call, { inputs: [x, indices], shapes: [from, own], shape }) => {
      const depth = own!.at(-1)!;
      const rows = call("torch.reshape", x, [sizeOf(from!.slice(0, depth)), sizeOf(from!.slice(depth))]);
      const at = printedRows(call, "torch", indices!, from!, depth);
      return call("torch.reshape", call("torch.index_select", rows, 0, at), shape);
    },
    jax: (call, { inputs: [x, indices] }) => {
      const whole = call("jnp.asarray", indices, { dtype: "int32" });
      return call("operator.getitem", x, call("tuple", call("jnp.moveaxis", whole, -1, 0)));
    },
  },
});
