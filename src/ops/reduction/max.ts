import { ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxes, sizeOf, type Shape } from "../../base/shape.ts";
import { distinctReals } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import {
  reducesNothing,
  reduction,
  sampleReduction,
  shapeKept,
  shapeReduced,
  type Reduction,
} from "../../op/reduction.ts";
import { max as maxKernel } from "../../tensor/kernels/reduce.ts";

/**
 * The largest element over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with
 * `keepdims`. NaN where there is one.
 *
 * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
 *
 * @throws ShapeError where an axis that is reduced has no element.
 * @example
 * ops.max(tensor([[1, 5], [3, 4]]), { axis: 1 }); // [5, 4]
 */
export const max: Op<["x"], Reduction> = primitive({
  name: "max",
  inputs: ["x"],
  attrs: reduction,
  domain: { x: distinctReals(-4, 4) },
  sample: (draw) => sampleReduction(draw, 1),
  shape: ([x], attrs) => {
    const shape = shapeReduced("max", x!, attrs);
    if (sizeOf(x!) === 0 && sizeOf(shape) > 0)
      throw new ShapeError(
        `max: the largest element of nothing, got shape ${formatShape(x!)}; reduce a non-empty axis`,
      );
    return shape;
  },
  kernel: ([x], { axis, keepdims }) => maxKernel(x!, normalizeAxes("max", axis, x!.shape.length), keepdims),
  rounding: {},
  vjp: {
    // Each element's share of g: 1 / (number that tie) where it is the largest, else 0.
    x: (kit, { x, out }, g, attrs) => {
      const kept = shapeKept("max", kit.shape(x), attrs);
      return kit.mul(kit.reshape(g, { shape: kept }), shares(kit, x, out, kept, attrs));
    },
  },
  jvp: {
    x: (kit, { x, out }, d, attrs) => {
      const kept = shapeKept("max", kit.shape(x), attrs);
      return kit.sum(kit.mul(d, shares(kit, x, out, kept, attrs)), attrs);
    },
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, keepdims }) => call("max", x, axis, keepdims),
    torch: (call, { inputs: [x] }, { axis, keepdims }) =>
      reducesNothing(axis) ? x! : call("torch.amax", x, { dim: axis ?? [], keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { axis, keepdims }) => call("jnp.max", x, { axis, keepdims }),
  },
});

function shares<V>(kit: Kit<V>, x: V, out: V, kept: Shape, { axis }: Required<Reduction>): V {
  const largest = kit.equal(x, kit.reshape(out, { shape: kept }));
  return kit.div(largest, kit.sum(largest, { axis, keepdims: true }));
}
