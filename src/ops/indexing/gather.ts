import { ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxis, sizeOf, type Shape } from "../../base/shape.ts";
import { axis, integer } from "../../op/attrs.ts";
import { eitherEnd } from "../../op/axis.ts";
import { reals, wholes } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { indexAlong } from "../../tensor/kernels/indexed.ts";

/** The axis that is taken along, and how many dimensions before it x and indices have in common. */
export interface Gather {
  readonly axis?: number;
  readonly batch_dims?: number;
}

/**
 * The sub-tensors of x at `indices` along `axis` (0, or `batch_dims`, unless given), each of the first `batch_dims` dimensions
 * with indices of its own: shape `x[:axis] + indices[batch_dims:] + x[axis+1:]`.
 *
 * Indices are whole numbers; negative ones count from the end. They are not differentiated.
 *
 * @throws ShapeError when the batch dimensions differ or the axis is one of them, DomainError for an index outside the axis.
 * @example
 * ops.gather(tensor([[1, 2], [3, 4]]), tensor([1, 0]), { axis: 1, batch_dims: 1 }); // [2, 3]
 */
export const gather: Op<["x", "indices"], Gather> = composite({
  name: "gather",
  inputs: ["x", "indices"],
  formula: String.raw`\mathrm{out}_{b,o,k,i} = x_{b,\,o,\,\mathrm{indices}_{b,k},\,i}, \quad b \text{ of } \text{batch\_dims} \text{ dimensions, } k \text{ in place of } \mathrm{axis}`,
  data: ["indices"],
  attrs: {
    axis: axis("the axis to take along; a negative one counts from the end", 0),
    batch_dims: integer("how many dimensions x and indices have in common; a negative number counts from the end", 0),
  },
  domain: { x: reals(-4, 4), indices: wholes(0, 0) },
  sample: (draw) => {
    const shape = draw.shape(1, 5);
    const at = draw.integer(0, shape.length - 1);
    const length = Math.max(1, shape[at]!);
    const batch = draw.integer(0, Math.min(at, 2));
    const indices = [...shape.slice(0, batch), ...draw.shape(0, 2)];
    return {
      shapes: [shape.with(at, length), indices],
      attrs: {
        axis: eitherEnd(draw, at, shape.length),
        batch_dims: batch < indices.length && draw.flag() ? batch - indices.length : batch,
      },
      inputs: { indices: wholes(0, length - 1) },
    };
  },
  shape: ([x, indices], attrs) => {
    const { at, batch } = partsOf(x!, indices!, attrs);
    return [...x!.slice(0, at), ...indices!.slice(batch), ...x!.slice(at + 1)];
  },
  exact: (real, [x, indices], attrs) => {
    const { at, batch } = partsOf(x!.shape, indices!.shape, attrs);
    const rank = indices!.shape.length - batch;
    return (index) => {
      const chosen = real.integer(indices!.at([...index.slice(0, batch), ...index.slice(at, at + rank)]));
      return x!.at([...index.slice(0, at), chosen < 0 ? chosen + x!.shape[at]! : chosen, ...index.slice(at + rank)]);
    };
  },
  compose: ({ gather_at, shape }, { x, indices }, attrs) => {
    const [from, own] = [shape(x), shape(indices)];
    const { at, batch, batches, outer, count, inner } = partsOf(from, own, attrs);
    const length = from[at]!;
    const along = { op: "gather", axis: at, length, fromEnd: true };
    return gather_at(x, indices, {
      shape: [...from.slice(0, at), ...own.slice(batch), ...from.slice(at + 1)],
      places: (chosen) => {
        const places = new Int32Array(batches * outer * count * inner);
        let next = 0;
        for (let b = 0; b < batches; b++)
          for (let o = 0; o < outer; o++)
            for (let k = 0; k < count; k++) {
              const first = ((b * outer + o) * length + indexAlong(along, chosen[b * count + k]!)) * inner;
              for (let i = 0; i < inner; i++) places[next++] = first + i;
            }
        return places;
      },
    });
  },
  counterparts: {
    tfjs: (call, { inputs: [x, indices] }, { axis, batch_dims }) =>
      call("gather", x, call("cast", indices, "int32"), axis, batch_dims),
    // Neither has batch dimensions: lines of a tensor of [batches, outer, length, inner] are taken by indices that broadcast.
    torch: (call, { inputs: [x, indices], shapes: [from, own], shape }, attrs) => {
      const { at, batches, outer, count, inner } = partsOf(from!, own!, attrs);
      const length = from![at]!;
      const chosen = call("torch.Tensor.long", call("torch.remainder", indices, length));
      const lines = call("torch.reshape", x, [batches, outer, length, inner]);
      const index = call("torch.broadcast_to", call("torch.reshape", chosen, [batches, 1, count, 1]), [batches, outer, count, inner]); // prettier-ignore
      return call("torch.reshape", call("torch.take_along_dim", lines, index, 2), shape);
    },
    jax: (call, { inputs: [x, indices], shapes: [from, own], shape }, attrs) => {
      const { at, batches, outer, count, inner } = partsOf(from!, own!, attrs);
      const chosen = call("jnp.asarray", indices, { dtype: "int32" });
      const lines = call("jnp.reshape", x, [batches, outer, from![at]!, inner]);
      const index = call("jnp.broadcast_to", call("jnp.reshape", chosen, [batches, 1, count, 1]), [batches, outer, count, inner]); // prettier-ignore
      return call("jnp.reshape", call("jnp.take_along_axis", lines, index, { axis: 2 }), shape);
    },
  },
});

/** The axis, the number of batch dimensions, and the sizes of x and indices around them. */
function partsOf(
  x: Shape,
  indices: Shape,
  { axis, batch_dims }: Required<Gather>,
): {
  readonly at: number;
  readonly batch: number;
  readonly batches: number;
  readonly outer: number;
  readonly count: number;
  readonly inner: number;
} {
  const at = normalizeAxis("gather", axis, x.length);
  const batch = batch_dims < 0 ? batch_dims + indices.length : batch_dims;
  if (batch < 0 || batch > Math.min(at, indices.length) || indices.slice(0, batch).some((d, i) => d !== x[i]))
    throw new ShapeError(
      `gather: expected the first batch_dims dimensions of x and indices to be equal and before the axis, got ${formatShape(x)} and ${formatShape(indices)} with axis ${String(at)} and batch_dims ${String(batch_dims)}`,
    );
  return {
    at,
    batch,
    batches: sizeOf(x.slice(0, batch)),
    outer: sizeOf(x.slice(batch, at)),
    count: sizeOf(indices.slice(batch)),
    inner: sizeOf(x.slice(at + 1)),
  };
}
