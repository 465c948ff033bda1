import { ShapeError } from "../../base/errors.ts";
import { formatShape, type Shape } from "../../base/shape.ts";
import { integers, optionalIntegers } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { slice as sliceKernel } from "../../tensor/kernels/select.ts";

/** Where a slice starts and ends in each dimension (the end is left out), and its steps. */
export interface Slice {
  readonly start_indices: Shape;
  readonly limit_indices: Shape;
  readonly strides?: Shape | null;
}

/**
 * The elements `start, start + stride, …` before `limit`, in every dimension.
 *
 * @throws ShapeError unless 0 ≤ start ≤ limit ≤ dimension and stride ≥ 1, one of each a dimension.
 * @example
 * ops.slice(tensor([1, 2, 3, 4]), { start_indices: [1], limit_indices: [4], strides: [2] }); // [2, 4]
 */
export const slice: Op<["x"], Slice> = linear({
  name: "slice",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = x_{s + i t}, \quad s \le s + i t < \text{limit\_indices},\ s = \text{start\_indices},\ t = \mathrm{strides}`,
  attrs: {
    start_indices: integers("the first index of each dimension"),
    limit_indices: integers("the index of each dimension before which the slice ends"),
    strides: optionalIntegers("the step of each dimension; null is 1 everywhere"),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(0, 4);
    const start = shape.map((d) => draw.integer(0, d));
    const limit = shape.map((d, i) => draw.integer(start[i]!, d));
    const strides = draw.flag() ? null : shape.map(() => draw.integer(1, 3));
    return { shapes: [shape], attrs: { start_indices: start, limit_indices: limit, strides } };
  },
  shape: ([x], { start_indices: start, limit_indices: limit, strides }) => {
    const step = strides ?? x!.map(() => 1);
    if ([start, limit, step].some((list) => list.length !== x!.length))
      throw new ShapeError(
        `slice: a tensor of shape ${formatShape(x!)} needs ${String(x!.length)} start, limit and stride indices, got ${formatShape(start)}, ${formatShape(limit)}, ${formatShape(step)}`,
      );
    return x!.map((d, i) => {
      const [from, to, by] = [start[i]!, limit[i]!, step[i]!];
      if (!(from >= 0 && from <= to && to <= d && by >= 1))
        throw new ShapeError(
          `slice: expected 0 ≤ start ≤ limit ≤ ${String(d)} and stride ≥ 1 in dimension ${String(i)}, got ${String(from)}, ${String(to)}, ${String(by)}`,
        );
      return Math.ceil((to - from) / by);
    });
  },
  exact:
    (_real, [x], { start_indices, strides }) =>
    (index) =>
      x!.at(index.map((i, d) => start_indices[d]! + i * (strides?.[d] ?? 1))),
  kernel: ([x], { start_indices, strides }, shape) =>
    sliceKernel(x!, shape, start_indices, strides ?? shape.map(() => 1)),
  transpose: {
    x: ({ embed, shape }, { x }, g, { start_indices, strides }) =>
      embed(g, { shape: shape(x), start_indices, strides: strides ?? shape(x).map(() => 1) }),
  },
  counterparts: {
    tfjs: (call, { inputs: [x], shape }, { start_indices, limit_indices, strides }) =>
      strides === null
        ? call("slice", x, start_indices, shape)
        : call("stridedSlice", x, start_indices, limit_indices, strides),
    torch: (call, { inputs: [x] }, { start_indices, limit_indices, strides }) =>
      call(
        "operator.getitem",
        x,
        start_indices.map((from, i) => call("slice", from, limit_indices[i], strides?.[i] ?? 1)),
      ),
    jax: (call, { inputs: [x] }, { start_indices, limit_indices, strides }) =>
      call("jax.lax.slice", x, start_indices, limit_indices, strides),
  },
});
