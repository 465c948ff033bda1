import { InputError, ShapeError } from "../../base/errors.ts";
import { formatShape, indicesOf, sizeOf } from "../../base/shape.ts";
import { integer } from "../../op/attrs.ts";
import { reals, wholes } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { indexAlong } from "../../tensor/kernels/indexed.ts";

/**
 * The sums of the sub-tensors of x that are of one segment: those at i along the first axis are of segment `segment_ids[i]`,
 * in any order. A segment of none is zero.
 *
 * Segment ids are whole numbers from 0. They are not differentiated.
 *
 * @throws ShapeError unless there is one id for each, DomainError for an id outside the segments.
 * @example
 * ops.segment_sum(tensor([1, 2, 3]), tensor([1, 0, 1]), { num_segments: 2 }); // [2, 4]
 */
export const segment_sum: Op<["x", "segment_ids"], { readonly num_segments: number }> = composite({
  name: "segment_sum",
  inputs: ["x", "segment_ids"],
  formula: String.raw`\mathrm{out}_{j,i} = \sum_{k\,:\,\text{segment\_ids}_k = j} x_{k,i}, \quad 0 \le j < \text{num\_segments}`,
  data: ["segment_ids"],
  attrs: { num_segments: integer("how many segments there are") },
  domain: { x: reals(-4, 4), segment_ids: wholes(0, 0) },
  sample: (draw) => {
    const shape = draw.shape(1, 6);
    const num_segments = draw.integer(1, 4);
    return {
      shapes: [shape, [shape[0]!]],
      attrs: { num_segments },
      inputs: { segment_ids: wholes(0, num_segments - 1) },
    };
  },
  shape: ([x, ids], { num_segments }) => {
    if (ids!.length !== 1 || x!.length === 0 || ids![0] !== x![0])
      throw new ShapeError(
        `segment_sum: expected one segment id for each element of the first axis, got shapes ${formatShape(x!)} and ${formatShape(ids!)}`,
      );
    if (num_segments < 0)
      throw new InputError(`segment_sum: expected a number of segments that is 0 or more, got ${String(num_segments)}`);
    return [num_segments, ...x!.slice(1)];
  },
  exact:
    (real, [x, ids]) =>
    ([segment, ...rest]) =>
      real.sum(
        indicesOf(ids!.shape)
          .filter((i) => real.integer(ids!.at(i)) === segment)
          .map((i) => x!.at([...i, ...rest])),
      ),
  compose: ({ scatter_at, shape }, { x, segment_ids }, { num_segments }) => {
    const inner = sizeOf(shape(x).slice(1));
    const along = { op: "segment_sum", axis: 0, length: num_segments, fromEnd: false };
    return scatter_at(x, segment_ids, {
      shape: [num_segments, ...shape(x).slice(1)],
      places: (ids) =>
        Int32Array.from({ length: ids.length * inner }, (_, i) => {
          return indexAlong(along, ids[Math.floor(i / inner)]!) * inner + (i % inner);
        }),
    });
  },
  counterparts: {
    tfjs: (call, { inputs: [x, ids] }, { num_segments }) =>
      call("unsortedSegmentSum", x, call("cast", ids, "int32"), num_segments),
    torch: (call, { inputs: [x, ids], shape }) =>
      call("torch.index_add", call("torch.zeros", shape), 0, call("torch.Tensor.long", ids), x),
    jax: (call, { inputs: [x, ids] }, { num_segments }) =>
      call("jax.ops.segment_sum", x, call("jnp.asarray", ids, { dtype: "int32" }), { num_segments }),
  },
});
