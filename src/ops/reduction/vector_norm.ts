import { normalizeAxes, sizeOf, type Shape } from "../../base/shape.ts";
import type { Call, Expression } from "../../op/counterparts.ts";
import { jumpsAt, kinksAtTies, reals, type Reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { exactNorm, normOver, order, orderElsewhere, type Order } from "../../op/norms.ts";
import type { Op } from "../../op/op.ts";
import {
  reducedInto,
  reduction,
  sampleReduction,
  shapeOfSome,
  shapeReduced,
  type Reduction,
} from "../../op/reduction.ts";

/** A reduction to norms of an order. */
export interface VectorNorm extends Reduction {
  readonly ord?: Order;
}

/**
 * The norm (Σ |x|ᵒʳᵈ)^(1/ord) over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with
 * `keepdims`; `"inf"` is the largest absolute value, `"-inf"` the smallest; order 0 counts the elements that are not 0. Powers neither over- nor underflow on the way.
 *
 * Where the norm is 0, and where an element is 0 or extremes tie, it may have a kink: the derivative of |x| at 0 and
 * of the norm where it is 0 is taken as 0, and that of an extreme is spread evenly over the elements that tie. The derivative of order 0 is zero.
 *
 * @throws ShapeError for the extreme of nothing.
 * @example
 * ops.vector_norm(tensor([3, 4])); // 5
 * ops.vector_norm(tensor([[3, -4]]), { ord: 1, axis: 1 }); // [7]
 */
export const vector_norm: Op<["x"], VectorNorm> = composite({
  name: "vector_norm",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} \lvert \{j \mid x_j \ne 0\} \rvert & \mathrm{ord} = 0 \\ \max_j \lvert x_j \rvert & \mathrm{ord} = \text{inf} \\ \min_j \lvert x_j \rvert & \mathrm{ord} = \text{-inf} \\ \left(\sum_j \lvert x_j \rvert^{\mathrm{ord}}\right)^{1 / \mathrm{ord}} & \text{else} \end{cases}, \quad j \in \mathrm{axis}`,
  attrs: { ...reduction, ord: order },
  // Orders of extremes are drawn numbers of one sign, for absolute values tie too.
  domain: { x: from(-0.9, 4) },
  sample: (draw) => {
    const ord = draw.pick<Order>([2, 1, 0, "inf", "-inf", 4, -1]);
    const extreme = typeof ord === "string" || ord < 0;
    const { shapes, attrs } = sampleReduction(draw, extreme ? 1 : 0);
    const x =
      ord === 0
        ? reals(-4, 4, jumpsAt(0))
        : typeof ord !== "string"
          ? from(-4, 4)
          : draw.flag()
            ? from(0.25, 4)
            : from(-4, -0.25);
    return { shapes, attrs: { ...attrs, ord }, inputs: { x } };
  },
  shape: ([x], attrs) =>
    typeof attrs.ord === "string"
      ? shapeOfSome("vector_norm", `norm of order ${attrs.ord}`, x!, attrs)
      : shapeReduced("vector_norm", x!, attrs),
  exact:
    (real, [x], attrs) =>
    (index) =>
      exactNorm(real, reducedInto("vector_norm", x!, attrs, index), attrs.ord),
  compose: (kit, { x }, { ord, axis, keepdims }) => normOver(kit, x, ord, { axis, keepdims }),
  counterparts: {
    tfjs: (call, { inputs: [x], shapes: [from], shape }, { ord, axis, keepdims }) => {
      const p = orderElsewhere(ord);
      if (axis === null || typeof axis === "number") return call("norm", x, p, axis, keepdims);
      // Two axes are a matrix to it, and other numbers of axes none at all.
      return call("reshape", call("norm", merged(call, x!, from!, axis), p, -1), shape);
    },
    torch: (call, { inputs: [x] }, { ord, axis, keepdims }) =>
      call("torch.linalg.vector_norm", reducible(call, x!, axis, "torch.unsqueeze"), {
        ord: orderElsewhere(ord),
        dim: isNone(axis) ? -1 : axis,
        keepdim: !isNone(axis) && keepdims,
      }),
    jax: (call, { inputs: [x] }, { ord, axis, keepdims }) =>
      call("jnp.linalg.vector_norm", reducible(call, x!, axis, "jnp.expand_dims"), {
        ord: orderElsewhere(ord),
        axis: isNone(axis) ? -1 : axis,
        keepdims: !isNone(axis) && keepdims,
      }),
  },
});

function from(low: number, high: number): Reals {
  return reals(low, high, { ...kinksAtTies, at: [0] });
}

function isNone(axis: Required<Reduction>["axis"]): boolean {
  return typeof axis === "object" && axis?.length === 0;
}

/** x, or where no axis is reduced x with one more axis of a single element: an empty list means other things in Python. */
function reducible(call: Call, x: Expression, axis: Required<Reduction>["axis"], expand: string): Expression {
  return isNone(axis) ? call(expand, x, -1) : x;
}

/** x with the reduced axes moved to the end and merged into one. */
function merged(call: Call, x: Expression, shape: Shape, axis: Shape): Expression {
  const reduced = normalizeAxes("vector_norm", axis, shape.length);
  const kept = shape.map((_, d) => d).filter((d) => !reduced.includes(d));
  const moved = reduced.length === 0 ? x : call("transpose", x, [...kept, ...reduced]);
  return call("reshape", moved, [...kept.map((d) => shape[d]!), sizeOf(reduced.map((d) => shape[d]!))]);
}
