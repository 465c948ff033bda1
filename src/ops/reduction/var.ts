import { sizeOf } from "../../base/shape.ts";
import { corrected, LEAST_TWO, sampleCorrected, type Corrected } from "../../op/corrected.ts";
import { item } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { exactMoments, moments } from "../../op/moments.ts";
import type { Op } from "../../op/op.ts";
import { reducedInto, shapeReduced } from "../../op/reduction.ts";

/**
 * The variance Σ (xᵢ − mean)² / (n − correction) over `axis` (one axis, several, or null for all), which stays as a
 * dimension of 1 with `keepdims`. Where the correction leaves nothing to divide by, as NumPy has it: NaN, or ∞.
 *
 * @example
 * ops.var(tensor([1, 2, 3])); // 2/3
 * ops.var(tensor([1, 2, 3]), { correction: 1 }); // 1
 */
export const variance: Op<["x"], Corrected> = composite({
  name: "var",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \frac{\sum_{j \in \mathrm{axis}} (x_j - \mu)^2}{n - \mathrm{correction}}, \quad \mu = \frac{1}{n} \sum_{j \in \mathrm{axis}} x_j`,
  attrs: corrected,
  domain: { x: reals(-4, 4) },
  sample: sampleCorrected,
  excused: LEAST_TWO,
  shape: ([x], attrs) => shapeReduced("var", x!, attrs),
  exact:
    (real, [x], attrs) =>
    (index) =>
      exactMoments(real, reducedInto("var", x!, attrs, index), attrs.correction).variance,
  compose: (kit, { x }, attrs) =>
    kit.reshape(moments(kit, x, attrs.axis, attrs.correction).variance, {
      shape: shapeReduced("var", kit.shape(x), attrs),
    }),
  counterparts: {
    tfjs: (call, { inputs: [x], shapes: [from], shape }, { axis, keepdims, correction }) => {
      const biased = item(call, call("moments", x, axis, keepdims), "variance");
      const count = sizeOf(from!) / sizeOf(shape);
      return correction === 0 ? biased : call("mul", biased, count / (count - correction));
    },
    torch: (call, { inputs: [x] }, { axis, keepdims, correction }) =>
      call("torch.var", x, { dim: axis, correction, keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { axis, keepdims, correction }) => call("jnp.var", x, { axis, correction, keepdims }),
  },
});
