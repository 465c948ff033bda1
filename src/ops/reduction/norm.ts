import { InputError, ShapeError } from "../../base/errors.ts";
import { formatShape, type Shape } from "../../base/shape.ts";
import { oneOf } from "../../op/attrs.ts";
import { drawAxis } from "../../op/axis.ts";
import type { Call, CallSite, Expression } from "../../op/counterparts.ts";
import { kinksAtTies, reals, type Draw, type Reals, type Sample } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import {
  exactMatrixNorms,
  matrixNormsOver,
  sampleMatrixNorms,
  shapeOfMatrixNorms,
  type MatrixNorms,
} from "../../op/matrix-norms.ts";
import { exactNorm, normOver, orderElsewhere } from "../../op/norms.ts";
import type { Op } from "../../op/op.ts";
import { reducedInto, reduction, shapeOfSome, shapeReduced, type Reduction } from "../../op/reduction.ts";

const OF_MATRICES = "it is a norm of matrices";

/** Which norm, of vectors (one axis, or null for all elements as one) or of matrices (two axes). */
export interface Norm extends Reduction {
  readonly ord?: "euclidean" | "fro" | 1 | 2 | "inf" | "-inf";
}

/**
 * The norm of vectors or of matrices, as `axis` says: along one axis, or of all elements as one vector (null), as
 * `vector_norm` has it; or of the matrices along two axes, as `matrix_norm` does. `"euclidean"` is the root of the sum of
 * squares of either; 2 is this of vectors, and `"fro"` of matrices.
 *
 * Where it has a kink, derivatives are taken as those of `vector_norm` are.
 *
 * @throws ShapeError for other numbers of axes, and for extremes of nothing; InputError for 2 of matrices, the largest
 * singular value, and for `"fro"` of vectors.
 * @example
 * ops.norm(tensor([[3, -4]])); // 5
 * ops.norm(tensor([[1, -2], [3, 4]]), { ord: 1, axis: [0, 1] }); // 6
 */
export const norm: Op<["x"], Norm> = composite({
  name: "norm",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} \sqrt{\sum_j x_j^2} & \mathrm{ord} \in \{\text{euclidean}, \text{fro}, 2\} \\ \sum_j \lvert x_j \rvert \text{ or } \max_j \sum_i \lvert x_{i,j} \rvert & \mathrm{ord} = 1 \\ \max_j \lvert x_j \rvert \text{ or } \max_i \sum_j \lvert x_{i,j} \rvert & \mathrm{ord} = \text{inf} \\ \min_j \lvert x_j \rvert \text{ or } \min_i \sum_j \lvert x_{i,j} \rvert & \mathrm{ord} = \text{-inf} \end{cases}, \quad \text{of vectors or of matrices along } \mathrm{axis}`,
  attrs: { ...reduction, ord: oneOf("which norm", ["euclidean", "fro", 1, 2, "inf", "-inf"]) },
  domain: { x: from(-4, 4) },
  sample,
  excused: [
    {
      pair: ["axis=null|axis=negative|axis=not negative|axis=[negative]|axis=[not negative]", 'ord="fro"'],
      because: OF_MATRICES,
    },
    { pair: ["axis of rank=*", 'ord="fro"'], because: OF_MATRICES },
    { pair: ["rank=0|rank=1", 'ord="fro"'], because: OF_MATRICES },
    {
      pair: ["axis=[several, negative]|axis=[several, not negative]", "ord=2"],
      because: "2 is a norm of vectors here",
    },
  ],
  shape: ([x], attrs) => {
    const matrices = ofMatrices(attrs);
    if (matrices !== null) return shapeOfMatrixNorms("norm", x!, matrices);
    const { ord } = attrs;
    return ord === "inf" || ord === "-inf"
      ? shapeOfSome("norm", `norm of order ${ord}`, x!, attrs)
      : shapeReduced("norm", x!, attrs);
  },
  exact: (real, [x], attrs) => {
    const matrices = ofMatrices(attrs);
    if (matrices !== null) return exactMatrixNorms(real, x!, matrices);
    return (index) => exactNorm(real, reducedInto("norm", x!, attrs, index), orderOfVectors(attrs.ord));
  },
  compose: (kit, { x }, attrs) => {
    const matrices = ofMatrices(attrs);
    const { ord, axis, keepdims } = attrs;
    return matrices === null
      ? normOver(kit, x, orderOfVectors(ord), { axis, keepdims })
      : matrixNormsOver(kit, x, matrices);
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { ord, axis, keepdims }) =>
      ord === "euclidean"
        ? call("euclideanNorm", x, axis, keepdims)
        : call("norm", x, orderElsewhere(ord), axis, keepdims),
    torch: (call, site, attrs) =>
      inPython(call, site, attrs, { norm: "torch.linalg.norm", of: "torch", dim: "dim", keep: "keepdim" }),
    jax: (call, site, attrs) =>
      inPython(call, site, attrs, { norm: "jnp.linalg.norm", of: "jnp", dim: "axis", keep: "keepdims" }),
  },
});

type Ord = Required<Norm>["ord"];

/** The call as one of norms of matrices; null where it is of vectors. */
function ofMatrices({ ord, axis, keepdims }: Required<Norm>): MatrixNorms | null {
  if (typeof axis === "number" || axis === null || axis.length === 1) {
    if (ord === "fro")
      throw new InputError('norm: "fro" is a norm of matrices, along two axes; of vectors it is "euclidean"');
    return null;
  }
  if (axis.length !== 2) throw new ShapeError(`norm: expected one axis, two or null, got axes ${formatShape(axis)}`);
  if (ord === 2)
    throw new InputError(
      'norm: 2 is a norm of vectors, along one axis; expected "fro", 1, "inf" or "-inf" of matrices',
    );
  return { ord: ord === "euclidean" ? "fro" : ord, axis, keepdims };
}

function orderOfVectors(ord: Ord): 1 | 2 | "inf" | "-inf" {
  return ord === "euclidean" || ord === "fro" ? 2 : ord;
}

/** All elements are flattened first: a matrix without axes has a norm of matrices there. */
function inPython(
  call: Call,
  { inputs: [x], shape }: CallSite,
  { ord, axis, keepdims }: Required<Norm>,
  names: { readonly norm: string; readonly of: string; readonly dim: string; readonly keep: string },
): Expression {
  const order = ord === "euclidean" ? null : orderElsewhere(ord);
  if (axis !== null) return call(names.norm, x, order, { [names.dim]: axis, [names.keep]: keepdims });
  const flat = call(`${names.of}.reshape`, x, [-1]);
  return call(`${names.of}.reshape`, call(names.norm, flat, order), shape);
}

function from(low: number, high: number): Reals {
  return reals(low, high, { ...kinksAtTies, at: [0] });
}

/** Draws vectors or matrices; extremes of vectors are of numbers of one sign, for absolute values tie too. */
function sample(draw: Draw): Sample<Norm> {
  if (draw.flag()) {
    const ord = draw.pick(["euclidean", "fro", 1, "inf", "-inf"] as const);
    const matrices = sampleMatrixNorms(draw, ord === "euclidean" ? "fro" : ord);
    return { ...matrices, attrs: { ...matrices.attrs, ord } };
  }
  const ord = draw.pick(["euclidean", 1, 2, "inf", "-inf"] as const);
  const shape = draw.shape(0, 4);
  const rank = shape.length;
  const one = drawAxis(draw, Math.max(1, rank));
  const axis = rank === 0 || draw.integer(0, 2) === 0 ? null : draw.flag() ? one : [one];
  const attrs = { ord, axis, keepdims: draw.flag() };
  if (typeof ord === "number" || ord === "euclidean") return { shapes: [shape], attrs };
  const least = shape.map((d) => Math.max(1, d));
  const some: Shape = axis === null ? least : shape.with(one, least.at(one)!);
  return { shapes: [some], attrs, inputs: { x: draw.flag() ? from(0.25, 4) : from(-4, -0.25) } };
}
