import type { Shape } from "../../base/shape.ts";
import type { Call, Expression } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { folded, mergedLast } from "../../op/lanes.ts";
import type { Op } from "../../op/op.ts";
import {
  reducedInto,
  reducesNothing,
  reduction,
  sampleReduction,
  shapeReduced,
  type Reduction,
} from "../../op/reduction.ts";

/**
 * The product over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with `keepdims`. The
 * product of nothing is 1.
 *
 * It is multiplied pairwise, and the derivative by an element is the product of the others, also where elements are 0.
 *
 * @example
 * ops.prod(tensor([[1, 2], [3, 4]]), { axis: 0 }); // [3, 8]
 */
export const prod: Op<["x"], Reduction> = composite({
  name: "prod",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \prod_{j \in \mathrm{axis}} x_j`,
  attrs: reduction,
  domain: { x: reals(-2, 2) },
  sample: sampleReduction,
  shape: ([x], attrs) => shapeReduced("prod", x!, attrs),
  exact:
    (real, [x], attrs) =>
    (index) =>
      reducedInto("prod", x!, attrs, index).reduce((product, element) => real.mul(product, element), real.real(1)),
  compose: (kit, { x }, attrs) => {
    const shape = shapeReduced("prod", kit.shape(x), attrs);
    const line = mergedLast("prod", kit, x, attrs.axis);
    // Sums of nothing are 0.
    if (kit.shape(line).at(-1) === 0) return kit.add(kit.reshape(kit.sum(line, { axis: -1 }), { shape }), 1);
    return kit.reshape(folded(kit, line, kit.mul), { shape });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, keepdims }) => call("prod", x, axis, keepdims),
    // PyTorch multiplies over one axis, or over all.
    torch: (call, { inputs: [x], shapes: [shape] }, { axis, keepdims }) =>
      reducesNothing(axis) ? x! : overEach(call, x!, shape!, axis, keepdims),
    jax: (call, { inputs: [x] }, { axis, keepdims }) => call("jnp.prod", x, { axis, keepdims }),
  },
});

/** The product over one axis after the other, the last one first, so that the others keep their places. */
function overEach(
  call: Call,
  x: Expression,
  shape: Shape,
  axis: Required<Reduction>["axis"],
  keepdims: boolean,
): Expression {
  if (axis === null && !keepdims) return call("torch.prod", x);
  const axes = axis === null ? shape.map((_, d) => d) : typeof axis === "number" ? [axis] : axis;
  return axes
    .map((d) => (d < 0 ? d + shape.length : d))
    .toSorted((a, b) => b - a)
    .reduce((product, dim) => call("torch.prod", product, { dim, keepdim: keepdims }), x);
}
