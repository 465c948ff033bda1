import { ShapeError } from "../../base/errors.ts";
import { normalizeAxis, type Shape } from "../../base/shape.ts";
import { axis, integer } from "../../op/attrs.ts";
import { eitherEnd } from "../../op/axis.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { placesFrom } from "../../tensor/kernels/places.ts";

/** Which diagonal, of which two axes. */
export interface Diagonal {
  readonly offset?: number;
  readonly axis1?: number;
  readonly axis2?: number;
}

/**
 * The elements at i and i + `offset` of two axes (the last two unless given), which one dimension at the end takes the
 * place of. An offset above 0 is above the main diagonal; one past the axes gives none.
 *
 * @throws ShapeError when x has no such axes, or they are one.
 * @example
 * ops.diagonal(tensor([[1, 2], [3, 4]])); // [1, 4]
 */
export const diagonal: Op<["x"], Diagonal> = moving({
  name: "diagonal",
  formula: String.raw`\mathrm{out}_i = x_{i + \max(-o, 0),\,i + \max(o, 0)}, \quad o = \mathrm{offset} \text{, along } \text{axis1} \text{ and } \text{axis2}`,
  attrs: {
    offset: integer("how far above the main diagonal; below where it is negative", 0),
    axis1: axis("the axis of the rows; a negative one counts from the end", -2),
    axis2: axis("the axis of the columns; a negative one counts from the end", -1),
  },
  sample: (draw) => {
    const shape = draw.shape(2, 6);
    const rank = shape.length;
    const first = draw.integer(0, rank - 1);
    const second = (first + draw.integer(1, rank - 1)) % rank;
    return {
      shapes: [shape],
      attrs: { offset: draw.integer(-2, 2), axis1: eitherEnd(draw, first, rank), axis2: eitherEnd(draw, second, rank) },
    };
  },
  shape: (x, attrs) => {
    const [first, second] = axesOf(x, attrs);
    const rows = x[first]! + Math.min(attrs.offset, 0);
    const columns = x[second]! - Math.max(attrs.offset, 0);
    return [...x.filter((_, d) => d !== first && d !== second), Math.max(0, Math.min(rows, columns))];
  },
  places: (x, attrs, shape) => {
    const [first, second] = axesOf(x, attrs);
    return placesFrom(x, shape, (index) => {
      const at = index.at(-1)!;
      const [low, high] = [Math.min(first, second), Math.max(first, second)];
      const row = at + Math.max(0, -attrs.offset);
      const column = at + Math.max(0, attrs.offset);
      return index
        .slice(0, -1)
        .toSpliced(low, 0, first < second ? row : column)
        .toSpliced(high, 0, first < second ? column : row);
    });
  },
  exact: (_real, [x], attrs) => {
    const [first, second] = axesOf(x!.shape, attrs);
    return (index) => {
      const rest = [...index];
      const at = rest.pop()!;
      return x!.at(
        x!.shape.map((_, d) => {
          if (d === first) return attrs.offset < 0 ? at - attrs.offset : at;
          if (d === second) return attrs.offset < 0 ? at : at + attrs.offset;
          return rest.shift()!;
        }),
      );
    };
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no diagonal of a matrix" },
    torch: (call, { inputs: [x] }, { offset, axis1, axis2 }) =>
      call("torch.diagonal", x, { offset, dim1: axis1, dim2: axis2 }),
    jax: (call, { inputs: [x] }, attrs) => call("jnp.diagonal", x, attrs),
  },
});

function axesOf(shape: Shape, { axis1, axis2 }: Required<Diagonal>): readonly [number, number] {
  const [first, second] = [axis1, axis2].map((axis) => normalizeAxis("diagonal", axis, shape.length));
  if (first === second)
    throw new ShapeError(`diagonal: expected two different axes, got ${String(axis1)} and ${String(axis2)}`);
  return [first!, second!];
}
