import { InputError } from "../../base/errors.ts";
import { normalizeAxis, placeAt, indexAt, sizeOf, type Shape } from "../../base/shape.ts";
import { axes, integerOrIntegers } from "../../op/attrs.ts";
import { drawAxes } from "../../op/axis.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { crossPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/** How far elements move, along which axes. */
export interface Roll {
  readonly shift: number | Shape;
  readonly axis?: number | Shape | null;
}

/**
 * The elements moved on by `shift` along `axis`; what passes the end comes in again at the front. With a null axis all
 * elements move along their row-major order. One shift serves all axes, or there is one for each.
 *
 * @throws InputError unless there is one shift, or one for each axis; ShapeError when x has no such axis.
 * @example
 * ops.roll(tensor([1, 2, 3]), { shift: 1 }); // [3, 1, 2]
 */
export const roll: Op<["x"], Roll> = moving({
  name: "roll",
  formula: String.raw`\mathrm{out}_i = x_k, \quad k = (i - \mathrm{shift}) \bmod n \text{ along } \mathrm{axis}`,
  attrs: {
    shift: integerOrIntegers("how many places elements move on; one number, or one for each axis"),
    axis: axes("the axis or axes to move along; negative ones count from the end; null is the row-major order of all"),
  },
  sample: (draw) => {
    const shape = draw.shape(0, 6);
    const drawn = drawAxes(draw, shape.length);
    // An axis that is named twice is rolled twice.
    const axis = typeof drawn === "object" && drawn !== null && draw.flag() ? [...drawn, ...drawn.slice(0, 1)] : drawn;
    const count = typeof axis === "object" && axis !== null ? axis.length : 1;
    const shift = draw.flag() ? draw.integer(-4, 4) : Array.from({ length: count }, () => draw.integer(-4, 4));
    return { shapes: [shape], attrs: { shift, axis } };
  },
  shape: (x, attrs) => {
    shifts(x, attrs);
    return x;
  },
  places: (x, attrs) => {
    if (attrs.axis === null) return Int32Array.from(rolled(sizeOf(x), shifts([sizeOf(x)], attrs)[0]!));
    const by = shifts(x, attrs);
    return crossPlaces(
      x,
      x.map((length, d) => rolled(length, by[d]!)),
    );
  },
  exact: (_real, [x], attrs) => {
    const { shape } = x!;
    if (attrs.axis === null) {
      const by = shifts([sizeOf(shape)], attrs)[0]!;
      return (index) => x!.at(indexAt(before(placeAt(index, shape), by, sizeOf(shape)), shape));
    }
    const by = shifts(shape, attrs);
    return (index) => x!.at(index.map((i, d) => before(i, by[d]!, shape[d]!)));
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no roll" },
    torch: (call, { inputs: [x] }, { shift, axis }) =>
      axis === null
        ? call("torch.roll", x, totalOf(shift))
        : call("torch.roll", x, listOf(shift, axis), typeof axis === "number" ? [axis] : axis),
    jax: (call, { inputs: [x] }, { shift, axis }) =>
      call("jnp.roll", x, axis === null ? totalOf(shift) : listOf(shift, axis), { axis }),
  },
});

/** The indices of an axis after it was rolled. */
function rolled(length: number, by: number): Shape {
  const cut = length === 0 ? 0 : (((length - by) % length) + length) % length;
  const all = rangeOf(length);
  return [...all.slice(cut), ...all.slice(0, cut)];
}

/** How far each dimension moves; an axis that is named twice moves twice. Null stands for the one axis of all elements. */
function shifts(shape: Shape, { shift, axis }: Required<Roll>): number[] {
  const axes = axis === null ? [0] : typeof axis === "number" ? [axis] : axis;
  if (typeof shift === "object" && shift.length !== axes.length)
    throw new InputError(
      `roll: expected one shift or one for each of ${String(axes.length)} axes, got ${String(shift.length)}`,
    );
  const total = shape.map(() => 0);
  axes.forEach((a, i) => {
    if (axis === null && shape.length === 0) return;
    total[axis === null ? 0 : normalizeAxis("roll", a, shape.length)]! += typeof shift === "number" ? shift : shift[i]!;
  });
  return total;
}

/** A shift for each axis. */
function listOf(shift: number | Shape, axis: number | Shape): Shape {
  const count = typeof axis === "number" ? 1 : axis.length;
  return typeof shift === "number" ? rangeOf(count).map(() => shift) : shift;
}

/** The shift of all elements. */
function totalOf(shift: number | Shape): number {
  return typeof shift === "number" ? shift : shift[0]!;
}

/** The index that an element at index i had before it moved. */
function before(i: number, by: number, length: number): number {
  return (((i - by) % length) + length) % length;
}
