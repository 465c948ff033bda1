import { sizeOf } from "../../base/shape.ts";
import { corrected, LEAST_TWO, sampleCorrected, type Corrected } from "../../op/corrected.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { exactMoments, moments } from "../../op/moments.ts";
import type { Op } from "../../op/op.ts";
import { reducedInto, shapeReduced } from "../../op/reduction.ts";

/**
 * The standard deviation √(Σ (xᵢ − mean)² / (n − correction)) over `axis` (one axis, several, or null for all), which
 * stays as a dimension of 1 with `keepdims`.
 *
 * Where all elements are equal, where it has a kink, the derivative is taken as 0.
 *
 * @example
 * ops.std(tensor([1, 2, 3]), { correction: 1 }); // 1
 */
export const std: Op<["x"], Corrected> = composite({
  name: "std",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \sqrt{\frac{\sum_{j \in \mathrm{axis}} (x_j - \mu)^2}{n - \mathrm{correction}}}, \quad \mu = \frac{1}{n} \sum_{j \in \mathrm{axis}} x_j`,
  attrs: corrected,
  domain: { x: reals(-4, 4, kinksAtTies) },
  sample: sampleCorrected,
  excused: LEAST_TWO,
  shape: ([x], attrs) => shapeReduced("std", x!, attrs),
  exact:
    (real, [x], attrs) =>
    (index) =>
      real.sqrt(exactMoments(real, reducedInto("std", x!, attrs, index), attrs.correction).variance),
  // The 2-norm of the deviations by √(n − correction): their squares may underflow.
  compose: (kit, { x }, attrs) => {
    const shape = shapeReduced("std", kit.shape(x), attrs);
    const count = sizeOf(kit.shape(x)) / sizeOf(shape);
    const { deviation } = moments(kit, x, attrs.axis);
    const norm = kit.p_norm(deviation, { p: 2, axis: attrs.axis, keepdims: attrs.keepdims });
    return kit.div(norm, Math.sqrt(Math.max(0, count - attrs.correction)));
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no standard deviation; tf.moments gives the variance" },
    torch: (call, { inputs: [x] }, { axis, keepdims, correction }) =>
      call("torch.std", x, { dim: axis, correction, keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { axis, keepdims, correction }) => call("jnp.std", x, { axis, correction, keepdims }),
  },
});
