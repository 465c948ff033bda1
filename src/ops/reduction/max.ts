import { normalizeAxes, type Shape } from "../../base/shape.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import {
  NOTHING_IN_ALL,
  reducedInto,
  reducesNothing,
  reduction,
  sampleReduction,
  shapeKept,
  shapeOfSome,
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
  formula: String.raw`\mathrm{out} = \max_{j \in \mathrm{axis}} x_j`,
  attrs: reduction,
  domain: { x: reals(-4, 4, kinksAtTies) },
  sample: (draw) => sampleReduction(draw, 1),
  excused: NOTHING_IN_ALL,
  shape: ([x], attrs) => shapeOfSome("max", "largest element", x!, attrs),
  exact:
    (real, [x], attrs) =>
    (index) =>
      reducedInto("max", x!, attrs, index).reduce((largest, element) => real.max(largest, element)),
  kernel: ([x], { axis, keepdims }) => maxKernel(x!, normalizeAxes("max", axis, x!.shape.length), keepdims),
  rounding: {},
  vjp: {
    // Each element that ties for the largest gets its share of g, the others none.
    x: (kit, { x, out }, g, attrs) => {
      const { largest, count, kept } = ties(kit, x, out, attrs);
      return kit.where(largest, kit.div(kit.reshape(g, { shape: kept }), count), 0);
    },
  },
  jvp: {
    // The mean tangent of the elements that tie.
    x: (kit, { x, out }, d, attrs) => {
      const { largest, count } = ties(kit, x, out, attrs);
      return kit.sum(kit.where(largest, kit.div(d, count), 0), attrs);
    },
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, keepdims }) => call("max", x, axis, keepdims),
    torch: (call, { inputs: [x] }, { axis, keepdims }) =>
      reducesNothing(axis) ? x! : call("torch.amax", x, { dim: axis ?? [], keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { axis, keepdims }) => call("jnp.max", x, { axis, keepdims }),
  },
});

/** Which elements are the largest, how many of these there are, and the shape with reduced axes kept. */
function ties<V>(
  kit: Kit<V>,
  x: V,
  out: V,
  attrs: Required<Reduction>,
): { readonly largest: V; readonly count: V; readonly kept: Shape } {
  const kept = shapeKept("max", kit.shape(x), attrs);
  const largest = kit.equal(x, kit.reshape(out, { shape: kept }));
  return { largest, count: kit.sum(largest, { axis: attrs.axis, keepdims: true }), kept };
}
