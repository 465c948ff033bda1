import { ShapeError } from "../../base/errors.ts";
import { formatShape, indicesOf, normalizeAxis, sizeOf, type Shape } from "../../base/shape.ts";
import { contraction } from "../../op/attrs.ts";
import { reals, type Draw, type Sample } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** How many of the last axes of x and the first of y are contracted, or which axes of each, pair by pair. */
export interface Contraction {
  readonly axes?: number | readonly [Shape, Shape];
}

/**
 * The sum of products over pairs of axes: the last n of x with the first n of y (`axes: n`, 2 unless given), or those of
 * two lists. The result has x's other dimensions, then y's.
 *
 * @throws ShapeError unless the axes of a pair are equally long.
 * @example
 * ops.tensordot(tensor([[1, 2], [3, 4]]), tensor([5, 6]), { axes: 1 }); // [17, 39]
 */
export const tensordot: Op<["x", "y"], Contraction> = composite({
  name: "tensordot",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out}_{i,j} = \sum_{k \in \mathrm{axes}} x_{i,k}\,y_{k,j}`,
  attrs: { axes: contraction("how many axes are contracted, or the lists of those of x and of y", 2) },
  domain: { x: reals(-2, 2), y: reals(-2, 2) },
  sample,
  excused: [{ pair: ["axes=negative", "rank=0"], because: "a scalar has no axes" }],
  shape: ([x, y], { axes }) => {
    const { ofX, ofY } = pairs(x!, y!, axes);
    return [...rest(x!, ofX).map((i) => x![i]!), ...rest(y!, ofY).map((i) => y![i]!)];
  },
  exact: (real, [x, y], { axes }) => {
    const { ofX, ofY } = pairs(x!.shape, y!.shape, axes);
    const [restX, restY] = [rest(x!.shape, ofX), rest(y!.shape, ofY)];
    const summed = indicesOf(ofX.map((i) => x!.shape[i]!));
    return (index) =>
      real.sum(
        summed.map((within) =>
          real.mul(
            x!.at(x!.shape.map((_, i) => (ofX.includes(i) ? within[ofX.indexOf(i)]! : index[restX.indexOf(i)]!))),
            y!.at(
              y!.shape.map((_, i) =>
                ofY.includes(i) ? within[ofY.indexOf(i)]! : index[restX.length + restY.indexOf(i)]!,
              ),
            ),
          ),
        ),
      );
  },
  compose: ({ matmul, permute_dims, reshape, shape }, { x, y }, { axes }) => {
    const [p, q] = [shape(x), shape(y)];
    const { ofX, ofY } = pairs(p, q, axes);
    const [restX, restY] = [rest(p, ofX), rest(q, ofY)];
    const [outer, inner] = [restX.map((i) => p[i]!), restY.map((i) => q[i]!)];
    const length = sizeOf(ofX.map((i) => p[i]!));
    const left = reshape(permute_dims(x, { axes: [...restX, ...ofX] }), { shape: [sizeOf(outer), length] });
    const right = reshape(permute_dims(y, { axes: [...ofY, ...restY] }), { shape: [length, sizeOf(inner)] });
    return reshape(matmul(left, right), { shape: [...outer, ...inner] });
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js contracts no lists of axes; see einsum" },
    torch: (call, { inputs: [x, y] }, { axes }) => call("torch.tensordot", x, y, { dims: axes }),
    jax: (call, { inputs: [x, y] }, { axes }) => call("jnp.tensordot", x, y, { axes }),
  },
});

/** The axes of each that are contracted, counted from the front. */
function pairs(
  x: Shape,
  y: Shape,
  axes: number | readonly [Shape, Shape],
): { readonly ofX: Shape; readonly ofY: Shape } {
  if (typeof axes === "number" && axes > Math.min(x.length, y.length))
    throw new ShapeError(
      `tensordot: ${String(axes)} axes to contract, but the shapes are ${formatShape(x)} and ${formatShape(y)}; give fewer`,
    );
  const [left, right] =
    typeof axes === "number"
      ? [Array.from({ length: axes }, (_, i) => x.length - axes + i), Array.from({ length: axes }, (_, i) => i)]
      : axes;
  const ofX = left.map((axis) => normalizeAxis("tensordot", axis, x.length));
  const ofY = right.map((axis) => normalizeAxis("tensordot", axis, y.length));
  if (ofX.length !== ofY.length || new Set(ofX).size !== ofX.length || new Set(ofY).size !== ofY.length)
    throw new ShapeError(
      `tensordot: expected two lists of as many different axes, got ${formatShape(left)} and ${formatShape(right)}`,
    );
  ofX.forEach((axis, i) => {
    if (x[axis] !== y[ofY[i]!])
      throw new ShapeError(
        `tensordot: axis ${String(axis)} of ${formatShape(x)} and axis ${String(ofY[i])} of ${formatShape(y)} differ in length`,
      );
  });
  return { ofX, ofY };
}

/** The axes that stay. */
function rest(shape: Shape, contracted: Shape): Shape {
  return shape.map((_, i) => i).filter((i) => !contracted.includes(i));
}

function sample(draw: Draw): Sample<Contraction> {
  const common = draw.shape(0, 2);
  const [left, right] = [draw.shape(0, 2), draw.shape(0, 2)];
  if (draw.flag())
    return {
      shapes: [
        [...left, ...common],
        [...common, ...right],
      ],
      attrs: { axes: common.length },
    };
  // The pairs stand anywhere, in x in their order or from the last to the first.
  const signed = (axis: number, rank: number): number => (draw.flag() ? axis : axis - rank);
  const [atX, atY] = [draw.integer(0, left.length), draw.integer(0, right.length)];
  const reversed = draw.flag();
  const x = left.toSpliced(atX, 0, ...(reversed ? common.toReversed() : common));
  const y = right.toSpliced(atY, 0, ...common);
  const ofX = common.map((_, i) => signed(atX + (reversed ? common.length - 1 - i : i), x.length));
  const ofY = common.map((_, i) => signed(atY + i, y.length));
  return { shapes: [x, y], attrs: { axes: [ofX, ofY] } };
}
