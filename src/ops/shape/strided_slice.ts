import { integer, integers, optionalIntegers } from "../../op/attrs.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { densely, extentOf, sampleStridedSlice, type StridedSlice } from "../../op/strided-slice.ts";
import { crossPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/**
 * The elements `begin, begin + stride, …` before `end` of each dimension, in the notation of NumPy; indices count from
 * the end where they are negative, and are cut to the dimension.
 *
 * Bit i of a mask is about entry i of the lists: `begin_mask` and `end_mask` leave that side open, `ellipsis_mask` makes it
 * stand for all dimensions that no other entry is about (which else follow after the last), `new_axis_mask` makes it a new
 * dimension of 1, and `shrink_axis_mask` takes the one element at `begin` and drops the dimension.
 *
 * @throws ShapeError when lists differ in length, there are more entries than dimensions, a stride is 0, or an element is
 * outside its dimension.
 * @example
 * ops.strided_slice(tensor([1, 2, 3]), { begin: [-1], end: [0], strides: [-1], end_mask: 1 }); // [3, 2, 1]
 */
export const strided_slice: Op<["x"], StridedSlice> = moving({
  name: "strided_slice",
  formula: String.raw`\mathrm{out}_i = x_{b + i t}, \quad b + i t \text{ before } \mathrm{end},\ b = \mathrm{begin},\ t = \mathrm{strides} \text{, entries open, new or single as masks say}`,
  attrs: {
    begin: integers("the first index of each entry"),
    end: integers("the index of each entry before which it ends"),
    strides: optionalIntegers("the step of each entry; null is 1 everywhere"),
    begin_mask: integer("the entries, as bits, whose begin is left open", 0),
    end_mask: integer("the entries, as bits, whose end is left open", 0),
    ellipsis_mask: integer("the entry, as a bit, that stands for all other dimensions", 0),
    new_axis_mask: integer("the entries, as bits, that are new dimensions of 1", 0),
    shrink_axis_mask: integer("the entries, as bits, that take one element", 0),
  },
  sample: sampleStridedSlice,
  shape: (x, attrs) =>
    densely(x, attrs).flatMap((entry) =>
      entry === null ? [1] : entry.single ? [] : [extentOf(x[entry.axis]!, entry).count],
    ),
  places: (x, attrs) =>
    crossPlaces(
      x,
      densely(x, attrs).flatMap((entry) => {
        if (entry === null) return [];
        const { start, count } = extentOf(x[entry.axis]!, entry);
        return [rangeOf(count).map((i) => start + i * entry.stride)];
      }),
    ),
  exact: (_real, [x], attrs) => {
    const entries = densely(x!.shape, attrs);
    return (index) => {
      const rest = [...index];
      return x!.at(
        entries.flatMap((entry) => {
          const i = entry?.single === true ? 0 : rest.shift()!;
          return entry === null ? [] : [walk(x!.shape[entry.axis]!, entry.begin, entry.stride, i)];
        }),
      );
    };
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, a) =>
      call(
        "stridedSlice",
        x,
        a.begin,
        a.end,
        a.strides ?? a.begin.map(() => 1),
        a.begin_mask,
        a.end_mask,
        a.ellipsis_mask,
        a.new_axis_mask,
        a.shrink_axis_mask,
      ),
    // PyTorch has no negative steps.
    torch: (call, { inputs: [x], shapes: [from], shape }, attrs) => {
      const taken = densely(from!, attrs).reduce((part, entry) => {
        if (entry === null) return part;
        const { start, count } = extentOf(from![entry.axis]!, entry);
        const indices = call("torch.tensor", rangeOf(count).map((i) => start + i * entry.stride)); // prettier-ignore
        return call("torch.index_select", part, entry.axis, call("torch.Tensor.long", indices));
      }, x!);
      return call("torch.reshape", taken, shape);
    },
    jax: (call, { inputs: [x], shapes: [from] }, attrs) =>
      call(
        "operator.getitem",
        x,
        densely(from!, attrs).map((entry) =>
          entry === null || entry.single ? (entry?.begin ?? null) : call("slice", entry.begin, entry.end, entry.stride),
        ),
      ),
  },
});

/** The index after `steps` steps from where an entry begins. */
function walk(length: number, begin: number | null, stride: number, steps: number): number {
  const first = begin ?? (stride > 0 ? 0 : length - 1);
  const fromFront = first < 0 ? first + length : first;
  let at = Math.min(Math.max(fromFront, 0), stride > 0 ? length : length - 1);
  for (let i = 0; i < steps; i++) at += stride;
  return at;
}
