import { ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxes, normalizeAxis, reducedShape, type Shape } from "../../base/shape.ts";
import { flag, integers, oneOf } from "../../op/attrs.ts";
import { kinksAtTies, reals, type Draw, type Sample } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { exactNorm, normOver, orderElsewhere } from "../../op/norms.ts";
import type { Op } from "../../op/op.ts";

/** Which norm of matrices, and which axes these have. */
export interface MatrixNorm {
  readonly ord?: "fro" | 1 | -1 | "inf" | "-inf";
  readonly axis?: Shape;
  readonly keepdims?: boolean;
}

/**
 * The norm of matrices, whose rows and columns are along the two axes of `axis` (the last two unless given): `"fro"` is the
 * root of the sum of squares; 1 and −1 are the largest and the smallest sum of absolute values of a column, `"inf"` and
 * `"-inf"` those of a row.
 *
 * Where it has a kink, derivatives are taken as those of `vector_norm` are.
 *
 * @throws ShapeError unless there are two different axes, and for extremes of nothing.
 * @example
 * ops.matrix_norm(tensor([[1, -2], [3, 4]]), { ord: 1 }); // 6
 */
export const matrix_norm: Op<["x"], MatrixNorm> = composite({
  name: "matrix_norm",
  inputs: ["x"],
  attrs: {
    ord: oneOf("which norm", ["fro", 1, -1, "inf", "-inf"]),
    axis: { ...integers("the axis of the rows and that of the columns", [-2, -1]), countsAxes: true },
    keepdims: flag("whether the two axes stay, as dimensions of 1"),
  },
  domain: { x: reals(-4, 4, { ...kinksAtTies, at: [0] }) },
  sample,
  shape: ([x], { ord, axis, keepdims }) => {
    if (x!.length < 2 || axis.length !== 2)
      throw new ShapeError(
        `matrix_norm: expected matrices and two axes of theirs, got shape ${formatShape(x!)} and axes ${formatShape(axis)}`,
      );
    const axes = normalizeAxes("matrix_norm", axis, x!.length);
    if (ord !== "fro" && axes.some((d) => x![d] === 0))
      throw new ShapeError(
        `matrix_norm: an extreme of nothing, got shape ${formatShape(x!)} and axes ${formatShape(axis)}; only "fro" takes empty matrices`,
      );
    return reducedShape(x!, axes, keepdims);
  },
  exact: (real, [x], { ord, axis, keepdims }) => {
    const [rows, columns] = axis.map((d) => normalizeAxis("matrix_norm", d, x!.shape.length)) as [number, number];
    // Sums go along one of the axes, and extremes along the other.
    const [along, across] = isOfColumns(ord) ? [rows, columns] : [columns, rows];
    const range = (d: number): number[] => Array.from({ length: x!.shape[d]! }, (_, i) => i);
    return (index) => {
      const whole = keepdims
        ? index
        : [rows, columns].toSorted((a, b) => a - b).reduce<Shape>((i, d) => i.toSpliced(d, 0, 0), index);
      const lines = range(across).map((j) => range(along).map((i) => x!.at(whole.with(across, j).with(along, i))));
      if (ord === "fro") return exactNorm(real, lines.flat(), 2);
      const sums = lines.map((line) => exactNorm(real, line, 1));
      return exactNorm(real, sums, isLargest(ord) ? "inf" : "-inf");
    };
  },
  compose: (kit, { x }, { ord, axis, keepdims }) => {
    if (ord === "fro") return normOver(kit, x, 2, { axis, keepdims });
    const [along, across] = isOfColumns(ord) ? [axis[0]!, axis[1]!] : [axis[1]!, axis[0]!];
    const sums = kit.sum(kit.abs(x), { axis: along, keepdims: true });
    const extremes = normOver(kit, sums, isLargest(ord) ? "inf" : "-inf", { axis: across, keepdims: true });
    const shape = kit.shape(x);
    return kit.reshape(extremes, {
      shape: reducedShape(shape, normalizeAxes("matrix_norm", axis, shape.length), keepdims),
    });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { ord, axis, keepdims }) => call("norm", x, orderElsewhere(ord), axis, keepdims),
    torch: (call, { inputs: [x] }, { ord, axis, keepdims }) =>
      call("torch.linalg.matrix_norm", x, orderElsewhere(ord), { dim: axis, keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { ord, axis, keepdims }) =>
      call("jnp.linalg.norm", x, orderElsewhere(ord), { axis, keepdims }),
  },
});

type Ord = Required<MatrixNorm>["ord"];

function isOfColumns(ord: Ord): boolean {
  return ord === 1 || ord === -1;
}

function isLargest(ord: Ord): boolean {
  return ord === 1 || ord === "inf";
}

/**
 * Draws matrices with their axes anywhere. Extremes are taken of one sum alone: sums of different elements may tie, which no
 * domain declares.
 */
function sample(draw: Draw): Sample<MatrixNorm> {
  const ord = draw.pick(["fro", 1, -1, "inf", "-inf"] as const);
  const shape = draw.shape(2, 4);
  const rank = shape.length;
  const keepdims = draw.flag();
  const signed = (d: number): number => (draw.flag() ? d : d - rank);
  // Where two sums tie there is a kink: several lie along the last axis, and rise there; or there is one.
  const several = draw.flag();
  const across = several ? rank - 1 : draw.integer(0, rank - 1);
  const along = several ? draw.integer(0, rank - 2) : (across + draw.integer(1, rank - 1)) % rank;
  const [rows, columns] = isOfColumns(ord) ? [along, across] : [across, along];
  const attrs = { ord, axis: [signed(rows), signed(columns)], keepdims };
  if (ord === "fro") return { shapes: [shape], attrs };
  const some = shape.with(along, Math.max(1, shape[along]!));
  return several
    ? {
        shapes: [some.with(across, Math.max(1, some[across]!))],
        attrs,
        inputs: { x: { ...reals(0.25, 1, kinksAtTies), rising: 4 } },
      }
    : { shapes: [some.with(across, 1)], attrs };
}
