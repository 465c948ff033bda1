import { ShapeError } from "../../base/errors.ts";
import { checkShape, formatShape, indexAt, placeAt, sizeOf, type Shape } from "../../base/shape.ts";
import { integers } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { Tensor } from "../../tensor/tensor.ts";

/**
 * The same elements in row-major order under another `shape`; one dimension may be −1 and is worked out.
 *
 * @throws ShapeError when the sizes differ.
 * @example
 * ops.reshape(tensor([1, 2, 3, 4]), { shape: [2, -1] }).shape; // [2, 2]
 */
export const reshape: Op<["x"], { readonly shape: readonly number[] }> = linear({
  name: "reshape",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = x_k, \quad \sum_d i_d \prod_{e > d} m_e = \sum_d k_d \prod_{e > d} n_e,\ m = \mathrm{shape},\ n \text{ the shape of } x`,
  attrs: { shape: integers("the new shape; one dimension may be -1") },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const to = [...draw.shape(0, 6)];
    const from = sizeOf(to) === 1 && draw.flag() ? [] : draw.flag() ? [sizeOf(to)] : to.toReversed();
    // Beside a dimension of 0 there is nothing to work out a −1 from.
    const places = to.map((_, i) => i).filter((i) => !to.toSpliced(i, 1).includes(0));
    const guessed = places.length > 0 && draw.flag() ? draw.pick(places) : -1;
    return { shapes: [from], attrs: { shape: to.map((d, i) => (i === guessed ? -1 : d)) } };
  },
  shape: ([x], { shape }) => target(x!, shape),
  exact:
    (_real, [x], _attrs, shape) =>
    (index) =>
      x!.at(indexAt(placeAt(index, shape), x!.shape)),
  kernel: ([x], _attrs, shape) => new Tensor(shape, x!.data, x!.batch),
  transpose: {
    x: ({ reshape, shape }, { x }, g) => reshape(g, { shape: shape(x) }),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { shape }) => call("reshape", x, shape),
    torch: (call, { inputs: [x] }, { shape }) => call("torch.reshape", x, shape),
    jax: (call, { inputs: [x] }, { shape }) => call("jnp.reshape", x, shape),
  },
});

function target(from: Shape, shape: Shape): Shape {
  const known = sizeOf(shape.filter((d) => d !== -1));
  const to = shape.map((d) => (d === -1 ? sizeOf(from) / known : d));
  const guesses = shape.length - shape.filter((d) => d !== -1).length;
  if (guesses > 1 || (guesses === 1 && !Number.isInteger(sizeOf(from) / known)))
    throw new ShapeError(`reshape: cannot work out -1 in ${formatShape(shape)} for ${String(sizeOf(from))} elements`);
  checkShape("reshape", to);
  if (sizeOf(to) !== sizeOf(from))
    throw new ShapeError(
      `reshape: ${formatShape(from)} has ${String(sizeOf(from))} elements, ${formatShape(to)} has ${String(sizeOf(to))}`,
    );
  return to;
}
