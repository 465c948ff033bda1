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
  formula: String.raw`\mathrm{out}_i = x_{i + 1}\,y_{i + 2} - x_{i + 2}\,y_{i + 1}, \quad \text{indices modulo } 3 \text{ along } \mathrm{axis}`,
  attrs: { axis: axisAttr("the axis that the vectors lie along; a negative one counts from the end", -1) },
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(0, 3).map((d) => Math.min(d, 2));
    const at = draw.integer(0, shape.length);
    const whole = shape.toSpliced(at, 0, 3);
    // The other one lacks dimensions, or has them as 1; not that of the vectors.
    const other = whole
      .map((d, i) => (i !== at && draw.integer(0, 2) === 0 ? 1 : d))
      .slice(draw.flag() ? 0 : draw.integer(0, at));
    return {
      shapes: draw.flag() ? [whole, other] : [other, whole],
      attrs: { axis: draw.flag() ? at : at - whole.length },
    };
  },
  excused: [{ pair: ["rank=1", "dimensions=0|dimensions=1"], because: "vectors are 3 long" }],
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
    return (index) => {
      const next = (by: number): Shape => index.with(at, (index[at]! + by) % 3);
      const [p, q] = [ownIndex(x!.shape, next(1)), ownIndex(y!.shape, next(2))];
      const [r, s] = [ownIndex(x!.shape, next(2)), ownIndex(y!.shape, next(1))];
      return real.sub(real.mul(x!.at(p), y!.at(q)), real.mul(x!.at(r), y!.at(s)));
    };
  },
  // xᵢ₊₁·yᵢ₊₂ − xᵢ₊₂·yᵢ₊₁, indices modulo 3
  compose: (kit, { x, y }, { axis }) => {
    const fromEnd = axisFromEnd(kit.shape(x), kit.shape(y), axis);
    const [x1, x2] = [turn(kit, x, fromEnd, 1), turn(kit, x, fromEnd, 2)];
    return kit.sub(kit.mul(x1, turn(kit, y, fromEnd, 2)), kit.mul(x2, turn(kit, y, fromEnd, 1)));
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no cross product" },
    torch: (call, { inputs: [x, y], shapes: [p, q] }, { axis }) =>
      call("torch.linalg.cross", x, y, { dim: axisFromEnd(p!, q!, axis) }),
    jax: (call, { inputs: [x, y], shapes: [p, q] }, { axis }) =>
      call("jnp.cross", x, y, { axis: axisFromEnd(p!, q!, axis) }),
  },
});

/** The index in an operand that broadcasting stretches. */
function ownIndex(shape: Shape, index: Shape): Shape {
  return shape.map((d, i) => (d === 1 ? 0 : index[i + index.length - shape.length]!));
}

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
