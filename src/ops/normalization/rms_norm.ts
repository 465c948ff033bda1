import { flag, real as realAttr } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { countOfRuns, lastAxes, normalizedRank, normalizedShape, sampleNormalized } from "../../op/normalized-rank.ts";
import { byRootMeanSquare, exactByRootMeanSquare } from "../../op/normalized.ts";
import type { Op } from "../../op/op.ts";

/** Whether a scale is given, how many axes are normalized, and what is added to the mean square. */
export interface RmsNorm {
  readonly use_scale?: boolean;
  readonly normalized_rank?: number;
  readonly epsilon?: number;
}

/**
 * x / √(mean of squares + epsilon)·scale, with the mean taken over the last `normalized_rank` axes of x; the scale has the
 * shape of these axes, and is given where `use_scale` says so.
 *
 * @throws ShapeError for a scale of another shape, and unless x has that many axes.
 * @example
 * ops.rms_norm(tensor([1, 7]), { epsilon: 0 }); // [0.2, 1.4]
 */
export const rms_norm: Op<readonly ["x", ...string[]], RmsNorm> = composite<["x", "scale"], RmsNorm>({
  name: "rms_norm",
  inputs: ["x", "scale"],
  formula: String.raw`\mathrm{out}_i = \frac{x_i}{\sqrt{\frac{1}{n} \sum_j x_j^2 + \varepsilon}} \cdot \mathrm{scale}_i, \quad j \text{ over the last } \text{normalized\_rank} \text{ axes}`,
  optional: { scale: ({ use_scale }) => use_scale },
  attrs: {
    use_scale: flag("whether a scale is given"),
    normalized_rank: normalizedRank,
    epsilon: realAttr("what is added to the mean of squares", 1e-6),
  },
  domain: { x: reals(-4, 4), scale: reals(-2, 2) },
  sample: (draw) => {
    const { shape, normalized_rank, parameter } = sampleNormalized(draw);
    const use_scale = draw.flag();
    return {
      shapes: use_scale ? [shape, parameter] : [shape],
      attrs: { use_scale, normalized_rank, epsilon: draw.pick([1e-6, 0.25]) },
    };
  },
  shape: (shapes, { normalized_rank }) => {
    normalizedShape("rms_norm", shapes, normalized_rank);
    return shapes[0]!;
  },
  exact: (real, [x, scale], { normalized_rank, epsilon }) => {
    const unit = exactByRootMeanSquare(real, x!, countOfRuns(x!.shape, normalized_rank), epsilon);
    return (index) =>
      scale === undefined ? unit(index) : real.mul(unit(index), scale.at(index.slice(index.length - normalized_rank)));
  },
  compose: (kit, { x, scale }, { use_scale, normalized_rank, epsilon }) => {
    const unit = byRootMeanSquare(kit, x, countOfRuns(kit.shape(x), normalized_rank), epsilon);
    return use_scale ? kit.mul(unit, scale) : unit;
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no such function" },
    torch: (call, { inputs: [x, scale], shapes }, { normalized_rank, epsilon }) => {
      const over = normalizedShape("rms_norm", shapes.slice(0, 1), normalized_rank);
      return call("torch.nn.functional.rms_norm", x, over, { weight: scale ?? null, eps: epsilon });
    },
    jax: (call, { inputs: [x, scale] }, { normalized_rank, epsilon }) => {
      const axis = lastAxes(normalized_rank);
      const mean = call("jnp.mean", call("jnp.square", x), { axis, keepdims: true });
      const unit = call("jnp.divide", x, call("jnp.sqrt", call("jnp.add", mean, epsilon)));
      return scale === undefined ? unit : call("jnp.multiply", unit, scale);
    },
  },
});
