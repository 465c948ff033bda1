import { ShapeError } from "../../base/errors.ts";
import { broadcastShapes, formatShape, indicesOf, normalizeAxis, placeAt, type Shape } from "../../base/shape.ts";
import { axis as axisAttr } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";

/**
 * The cross products of the vectors of length 3 along `axis` (the last one unless given); shapes broadcast. The axis
 * counts dimensions of the broadcast shape.
 *
 * @throws ShapeError unless both are 3 long along the axis.
 * @example
 * ops.cross(tensor([1, 0, 0]), tensor([0, 1, 0])); // [0, 0, 1]
 */
export const cross: Op<["x", "y"], { readonly axis?: number }> = composite({
  name: "cross",
  inputs: ["x", "y"],
  attrs: { axis: axisAttr("the axis that the vectors lie along; a negative one counts from the end", -1) },
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  sample: (draw) => {
    const [p, q] = draw.broadcastable(2);
    const rank = Math.max(p!.length, q!.length);
    const least = Math.min(p!.length, q!.length);
    // In both of them.
    const fromEnd = -1 - draw.integer(0, least);
    const withVector = (shape: Shape): Shape => shape.toSpliced(shape.length + 1 + fromEnd, 0, 3);
    return {
      shapes: [withVector(p!), withVector(q!)],
      attrs: { axis: draw.flag() ? fromEnd : rank + 1 + fromEnd },
    };
  },
  shape: ([x, y], { axis }) => {
    const fromEnd = axisFromEnd(x!, y!, axis);
    if (x!.at(fromEnd) !== 3 || y!.at(fromEnd) !== 3)
      throw new ShapeError(
        `cross: expected vectors of length 3 along axis ${String(axis)}, got ${formatShape(x!)} and ${formatShape(y!)}`,
      );
    return broadcastShapes("cross", x!, y!);
  },
  exact: (real, [x, y], { axis }, shape) => {
    const at = shape.length + axisFromEnd(x!.shape, y!.shape, axis);
    const own = (of: Shape, index: Shape): Shape =>
      of.map((d, i) => (d === 1 ? 0 : index[i + index.length - of.length]!));
    return (index) => {
      const element = (of: typeof x, i: number): ReturnType<NonNullable<typeof x>["at"]> =>
        of!.at(own(of!.shape, index.with(at, (index[at]! + i) % 3)));
      return real.sub(real.mul(element(x, 1), element(y, 2)), real.mul(element(x, 2), element(y, 1)));
    };
  },
  // xᵢ₊₁·yᵢ₊₂ − xᵢ₊₂·yᵢ₊₁, indices modulo 3
  compose: (kit, { x, y }, { axis }) => {
    const fromEnd = axisFromEnd(kit.shape(x), kit.shape(y), axis);
    const turned = <V>(v: V, words: Kit<V>, by: number): V => turn(words, v, fromEnd, by);
    return kit.sub(kit.mul(turned(x, kit, 1), turned(y, kit, 2)), kit.mul(turned(x, kit, 2), turned(y, kit, 1)));
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no cross product" },
    torch: (call, { inputs: [x, y], shapes: [p, q] }, { axis }) =>
      call("torch.linalg.cross", x, y, { dim: axisFromEnd(p!, q!, axis) }),
    jax: (call, { inputs: [x, y], shapes: [p, q] }, { axis }) =>
      call("jnp.cross", x, y, { axis: axisFromEnd(p!, q!, axis) }),
  },
});

/** x with element i + by (modulo 3) at i, along an axis counted from the end. */
function turn<V>(kit: Kit<V>, x: V, fromEnd: number, by: number): V {
  const shape = kit.shape(x);
  const at = shape.length + fromEnd;
  const places = indicesOf(shape).map((index) => placeAt(index.with(at, (index[at]! + by) % 3), shape));
  return kit.gather_places(x, { places: Int32Array.from(places), shape });
}

function axisFromEnd(x: Shape, y: Shape, axis: number): number {
  const rank = Math.max(x.length, y.length);
  return normalizeAxis("cross", axis, rank) - rank;
}
