import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { countOfRuns, lastAxes, normalizedRank, normalizedShape, sampleNormalized } from "../../op/normalized-rank.ts";
import {
  affine,
  affineOf,
  exactAffine,
  exactStandardized,
  jaxAffine,
  scaleAndBias,
  standardized,
  standardizeRuns,
  type Standardized,
} from "../../op/normalized.ts";
import type { Op } from "../../op/op.ts";

/** Which of the optional inputs are given, how many axes are normalized, and what is added to the variance. */
export interface LayerNorm extends Standardized {
  readonly normalized_rank?: number;
}

/**
 * (x − mean) / √(variance + epsilon)·scale + bias, with mean and variance taken over the last `normalized_rank` axes of x;
 * scale and bias have the shape of these axes, and are given where `use_scale` and `use_bias` say so.
 *
 * @throws ShapeError for a parameter of another shape, and unless x has that many axes.
 * @example
 * ops.layer_norm(tensor([[1, 3], [5, 5]]), { epsilon: 3 }); // [[-0.5, 0.5], [0, 0]]
 */
export const layer_norm: Op<readonly ["x", ...string[]], LayerNorm> = composite<["x", "scale", "bias"], LayerNorm>({
  name: "layer_norm",
  inputs: ["x", "scale", "bias"],
  formula: String.raw`\mathrm{out}_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}} \cdot \mathrm{scale}_i + \mathrm{bias}_i, \quad \mu = \frac{1}{n} \sum_j x_j,\ \sigma^2 = \frac{1}{n} \sum_j (x_j - \mu)^2 \text{ over the last } \text{normalized\_rank} \text{ axes}`,
  optional: scaleAndBias,
  attrs: { ...standardized, normalized_rank: normalizedRank },
  domain: { x: reals(-4, 4), scale: reals(-2, 2), bias: reals(-2, 2) },
  sample: (draw) => {
    const { shape, normalized_rank, parameter } = sampleNormalized(draw);
    const [use_scale, use_bias] = [draw.flag(), draw.flag()];
    const parameters = Array.from({ length: Number(use_scale) + Number(use_bias) }, () => parameter);
    return {
      shapes: [shape, ...parameters],
      attrs: { use_scale, use_bias, normalized_rank, epsilon: draw.pick([1e-5, 0.25]) },
    };
  },
  shape: (shapes, { normalized_rank }) => {
    normalizedShape("layer_norm", shapes, normalized_rank);
    return shapes[0]!;
  },
  exact: (real, [x, ...rest], attrs) => {
    const unit = exactStandardized(real, x!, countOfRuns(x!.shape, attrs.normalized_rank), attrs.epsilon);
    const { scale, bias } = affineOf(rest, attrs);
    return (index) => {
      const own = index.slice(index.length - attrs.normalized_rank);
      return exactAffine(real, unit(index), scale?.at(own) ?? null, bias?.at(own) ?? null);
    };
  },
  compose: (kit, { inputs: [x, ...rest] }, attrs) => {
    const unit = standardizeRuns(kit, x!, countOfRuns(kit.shape(x!), attrs.normalized_rank), attrs.epsilon);
    const { scale, bias } = affineOf(rest, attrs);
    return affine(kit, unit, scale, bias);
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has layer normalization as a layer with weights of its own, not as a function" },
    torch: (call, { inputs: [x, ...rest], shapes }, attrs) => {
      const { scale: weight, bias } = affineOf(rest, attrs);
      const over = normalizedShape("layer_norm", shapes.slice(0, 1), attrs.normalized_rank);
      return call("torch.nn.functional.layer_norm", x, over, { weight, bias, eps: attrs.epsilon });
    },
    jax: (call, { inputs: [x, ...rest] }, attrs) => {
      const { scale, bias } = affineOf(rest, attrs);
      const unit = call("jax.nn.standardize", x, { axis: lastAxes(attrs.normalized_rank), epsilon: attrs.epsilon });
      return jaxAffine(call, unit, scale, bias);
    },
  },
});
