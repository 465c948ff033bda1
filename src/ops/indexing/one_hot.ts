import { InputError } from "../../base/errors.ts";
import { normalizeAxis } from "../../base/shape.ts";
import { axis, integer, real } from "../../op/attrs.ts";
import { eitherEnd } from "../../op/axis.ts";
import { wholes } from "../../op/domain.ts";
import { constantTensor } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { eachMember } from "../../tensor/kernels/members.ts";
import { placesFrom } from "../../tensor/kernels/places.ts";

/** How long the new dimension is, where it stands, and what it holds. */
export interface OneHot {
  readonly depth: number;
  readonly on_value?: number;
  readonly off_value?: number;
  readonly axis?: number;
}

/**
 * For each index a line of length `depth` along a new `axis` (the last unless given): `on_value` (1) at the index, `off_value`
 * (0) elsewhere, and everywhere for what is no index of the line. Indices are whole numbers (others count as the nearest one), so the derivative
 * is zero.
 *
 * @throws InputError for a negative depth, ShapeError when the result has no such axis.
 * @example
 * ops.one_hot(tensor([1, 0]), { depth: 3 }); // [[0, 1, 0], [1, 0, 0]]
 */
export const one_hot: Op<["indices"], OneHot> = constantTensor({
  name: "one_hot",
  inputs: ["indices"],
  formula: String.raw`\mathrm{out}_{i,k} = \begin{cases} \text{on\_value} & k = \mathrm{indices}_i \\ \text{off\_value} & \text{else} \end{cases}, \quad 0 \le k < \mathrm{depth} \text{ along } \mathrm{axis}`,
  attrs: {
    depth: integer("the length of the new dimension"),
    on_value: real("the value at the index", 1),
    off_value: real("the value elsewhere", 0),
    axis: axis("the axis of the result that the new dimension is; a negative one counts from the end", -1),
  },
  domain: { indices: wholes(-1, 4) },
  sample: (draw) => {
    const shape = draw.shape(0, 5);
    return {
      shapes: [shape],
      attrs: {
        depth: draw.integer(1, 4),
        on_value: draw.pick([1, 2.5, -3]),
        off_value: draw.pick([0, 0.25, -1]),
        axis: eitherEnd(draw, draw.integer(0, shape.length), shape.length + 1),
      },
    };
  },
  shape: ([indices], { depth, axis }) => {
    if (depth < 0) throw new InputError(`one_hot: expected a depth that is 0 or more, got ${String(depth)}`);
    return indices!.toSpliced(normalizeAxis("one_hot", axis, indices!.length + 1), 0, depth);
  },
  exact: (real, [indices], { on_value, off_value, axis }) => {
    const at = normalizeAxis("one_hot", axis, indices!.shape.length + 1);
    return (index) => {
      const apart = real.abs(real.sub(indices!.at(index.toSpliced(at, 1)), index[at]!));
      return real.real(real.compare(apart, 0.5) < 0 ? on_value : off_value);
    };
  },
  kernel: ([indices], { depth, on_value, off_value, axis }, shape) => {
    const at = normalizeAxis("one_hot", axis, indices!.shape.length + 1);
    const first = placesFrom(shape, indices!.shape, (index) => (depth === 0 ? null : index.toSpliced(at, 0, 0)));
    const step = shape.slice(at + 1).reduce((size, d) => size * d, 1);
    return eachMember([indices!], shape, (out, chosen) => {
      out.fill(off_value);
      chosen.forEach((real, i) => {
        const index = Math.round(real);
        if (index >= 0 && index < depth) out[first[i]! + index * step] = on_value;
      });
    });
  },
  counterparts: {
    tfjs: (call, { inputs: [indices], shapes: [shape] }, { depth, on_value, off_value, axis }) => {
      const lines = call("oneHot", call("cast", indices, "int32"), depth, on_value, off_value, "float32");
      const at = normalizeAxis("one_hot", axis, shape!.length + 1);
      const order = shape!.map((_, d) => d).toSpliced(at, 0, shape!.length);
      return at === shape!.length ? lines : call("transpose", lines, order);
    },
    // Its own refuses indices that are none of the line.
    torch: (call, { inputs: [indices], shapes: [shape] }, { depth, on_value, off_value, axis }) => {
      const at = normalizeAxis("one_hot", axis, shape!.length + 1);
      const line = call("torch.reshape", call("torch.arange", depth), [depth, ...shape!.slice(at).map(() => 1)]);
      const same = call("torch.eq", call("torch.unsqueeze", indices, at), line);
      return call("torch.where", same, call("torch.tensor", on_value), call("torch.tensor", off_value));
    },
    jax: (call, { inputs: [indices] }, { depth, on_value, off_value, axis }) => {
      const ones = call("jax.nn.one_hot", call("jnp.asarray", indices, { dtype: "int32" }), depth, { axis });
      return call("jnp.where", call("jnp.equal", ones, 1), on_value, off_value);
    },
  },
});
