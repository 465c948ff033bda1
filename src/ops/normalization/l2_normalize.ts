import type { Shape } from "../../base/shape.ts";
import { normalizeAxes } from "../../base/shape.ts";
import { axes, real as realAttr } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { exactNorm } from "../../op/norms.ts";
import type { Op } from "../../op/op.ts";
import { reducedInto, sampleReduction } from "../../op/reduction.ts";

/** Along which axes the vectors are, and the least that they are divided by. */
export interface L2Normalize {
  readonly axis?: number | Shape | null;
  readonly epsilon?: number;
}

/**
 * x / max(‖x‖₂, epsilon), with the norm taken over `axis` (one axis, several, or null for all).
 *
 * Where the norm is epsilon it has a kink: the derivative is taken as that of x / epsilon there.
 *
 * @example
 * ops.l2_normalize(tensor([[3, 4]])); // [[0.6, 0.8]]
 */
export const l2_normalize: Op<["x"], L2Normalize> = composite({
  name: "l2_normalize",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = \frac{x_i}{\max\left(\sqrt{\sum_{j \in \mathrm{axis}} x_j^2},\ \varepsilon\right)}`,
  attrs: {
    axis: axes("the axis or axes along which vectors are; negative ones count from the end; null is all"),
    epsilon: realAttr("the least that vectors are divided by", 1e-12),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const {
      shapes,
      attrs: { axis },
    } = sampleReduction(draw);
    // No norm of elements of up to 4 comes near 64.
    return { shapes, attrs: { axis: axis ?? null, epsilon: draw.pick([1e-12, 64]) } };
  },
  shape: ([x], { axis }) => {
    normalizeAxes("l2_normalize", axis, x!.length);
    return x!;
  },
  exact: (real, [x], { axis, epsilon }) => {
    const reduced = normalizeAxes("l2_normalize", axis, x!.shape.length);
    return (index) => {
      const kept = index.map((i, d) => (reduced.includes(d) ? 0 : i));
      const norm = exactNorm(real, reducedInto("l2_normalize", x!, { axis, keepdims: true }, kept), 2);
      return real.div(x!.at(index), real.max(norm, epsilon));
    };
  },
  compose: (kit, { x }, { axis, epsilon }) => {
    const norm = kit.p_norm(x, { p: 2, axis, keepdims: true });
    return kit.div(x, kit.where(kit.less_equal(norm, epsilon), epsilon, norm));
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has it as a private function of its layers" },
    torch: (call, { inputs: [x] }, { axis, epsilon }) =>
      call("torch.nn.functional.normalize", x, { dim: axis, eps: epsilon }),
    jax: (call, { inputs: [x] }, { axis, epsilon }) =>
      call("jnp.divide", x, call("jnp.maximum", call("jnp.linalg.vector_norm", x, { axis, keepdims: true }), epsilon)),
  },
});
