import { ShapeError } from "../../base/errors.ts";
import { broadcastShapes, formatShape, normalizeAxis, type Shape } from "../../base/shape.ts";
import { axis as axisAttr } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The dot products Σ xₖ·yₖ of the vectors along `axis` (the last one unless given) of two tensors; their other
 * dimensions broadcast. The axis counts dimensions of the broadcast shape.
 *
 * @throws ShapeError unless both have the axis, of the same length.
 * @example
 * ops.vecdot(tensor([[1, 2], [3, 4]]), tensor([1, 1])); // [3, 7]
 */
export const vecdot: Op<["x", "y"], { readonly axis?: number }> = composite({
  name: "vecdot",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = \sum_{k \in \mathrm{axis}} x_k\,y_k`,
  attrs: { axis: axisAttr("the axis that the vectors lie along; a negative one counts from the end", -1) },
  domain: { x: reals(-2, 2), y: reals(-2, 2) },
  sample: (draw) => {
    const shape = draw.shape(1, 4);
    const at = draw.integer(0, shape.length - 1);
    const whole = draw.flag();
    const other = shape
      .slice(draw.integer(0, at))
      .map((d, i, { length }) => (i !== at - shape.length + length && draw.integer(0, 2) === 0 ? 1 : d));
    return { shapes: whole ? [shape, other] : [other, shape], attrs: { axis: draw.flag() ? at : at - shape.length } };
  },
  shape: ([x, y], { axis }) => {
    const fromEnd = axisFromEnd(x!, y!, axis);
    const length = x!.at(fromEnd);
    if (-fromEnd > Math.min(x!.length, y!.length) || length !== y!.at(fromEnd))
      throw new ShapeError(
        `vecdot: expected vectors of the same length along axis ${String(axis)}, got ${formatShape(x!)} and ${formatShape(y!)}`,
      );
    const shape = broadcastShapes("vecdot", x!, y!);
    return shape.toSpliced(shape.length + fromEnd, 1);
  },
  exact: (real, [x, y], { axis }) => {
    const fromEnd = axisFromEnd(x!.shape, y!.shape, axis);
    const length = x!.shape.at(fromEnd)!;
    return (index) => {
      const whole = index.toSpliced(index.length + 1 + fromEnd, 0, 0);
      const own = (shape: Shape, k: number): Shape =>
        shape.map((d, i) => (i === shape.length + fromEnd ? k : d === 1 ? 0 : whole[i + whole.length - shape.length]!));
      return real.sum(Array.from({ length }, (_, k) => real.mul(x!.at(own(x!.shape, k)), y!.at(own(y!.shape, k)))));
    };
  },
  compose: ({ mul, shape, sum }, { x, y }, { axis }) => sum(mul(x, y), { axis: axisFromEnd(shape(x), shape(y), axis) }),
  counterparts: {
    tfjs: { none: "tf.dot takes vectors and matrices only, and no axis" },
    torch: (call, { inputs: [x, y], shapes: [p, q] }, { axis }) =>
      call("torch.linalg.vecdot", x, y, { dim: axisFromEnd(p!, q!, axis) }),
    jax: (call, { inputs: [x, y], shapes: [p, q] }, { axis }) =>
      call("jnp.vecdot", x, y, { axis: axisFromEnd(p!, q!, axis) }),
  },
});

/** The axis counted from the end, where it is the same one in both. */
function axisFromEnd(x: Shape, y: Shape, axis: number): number {
  const rank = Math.max(x.length, y.length);
  return normalizeAxis("vecdot", axis, rank) - rank;
}
