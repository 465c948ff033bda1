import { ShapeError } from "../../base/errors.ts";
import { broadcastsTo, formatShape, type Shape } from "../../base/shape.ts";
import { flag, real as realAttr } from "../../op/attrs.ts";
import { reals, type Draw, type Sample } from "../../op/domain.ts";
import type { ExactTensor } from "../../op/exact.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** Which of the optional inputs are given, and what is added to the variance. */
export interface BatchNorm {
  readonly use_offset?: boolean;
  readonly use_scale?: boolean;
  readonly epsilon?: number;
}

/**
 * (x − mean) / √(variance + epsilon)·scale + offset, of which offset and scale are given where `use_offset` and
 * `use_scale` say so. Each of them broadcasts to x, as one number for each channel, the last axis, does.
 *
 * @throws ShapeError for a parameter that does not broadcast to x.
 * @example
 * ops.batch_norm(tensor([[1], [3]]), tensor([2]), tensor([1]), { epsilon: 0 }); // [[-1], [1]]
 */
export const batch_norm: Op<["x", "mean", "variance", "offset", "scale"], BatchNorm> = composite({
  name: "batch_norm",
  inputs: ["x", "mean", "variance", "offset", "scale"],
  formula: String.raw`\mathrm{out} = \frac{x - \mathrm{mean}}{\sqrt{\mathrm{variance} + \varepsilon}} \cdot \mathrm{scale} + \mathrm{offset}`,
  optional: { offset: ({ use_offset }) => use_offset, scale: ({ use_scale }) => use_scale },
  attrs: {
    use_offset: flag("whether an offset is given"),
    use_scale: flag("whether a scale is given"),
    epsilon: realAttr("what is added to the variance", 0.001),
  },
  domain: {
    x: reals(-4, 4),
    mean: reals(-2, 2),
    variance: reals(0.5, 4),
    offset: reals(-2, 2),
    scale: reals(-2, 2),
  },
  sample,
  shape: ([x, ...parameters]) => {
    for (const parameter of parameters)
      if (!broadcastsTo(parameter, x!))
        throw new ShapeError(
          `batch_norm: expected parameters that broadcast to x of shape ${formatShape(x!)}, got ${formatShape(parameter)}`,
        );
    return x!;
  },
  exact: (real, [x, mean, variance, ...others], { use_offset, use_scale, epsilon }) => {
    const offset = use_offset ? others[0] : undefined;
    const scale = use_scale ? others.at(-1) : undefined;
    return (index) => {
      const deviation = real.sub(x!.at(index), stretched(mean!, index));
      const unit = real.div(deviation, real.sqrt(real.add(stretched(variance!, index), epsilon)));
      const scaled = scale === undefined ? unit : real.mul(unit, stretched(scale, index));
      return offset === undefined ? scaled : real.add(scaled, stretched(offset, index));
    };
  },
  compose: (kit, { x, mean, variance, offset, scale }, { use_offset, use_scale, epsilon }) => {
    const root = kit.sqrt(kit.add(variance, epsilon));
    const scaled = kit.scaled_difference(x, mean, kit.div(use_scale ? scale : 1, root));
    return use_offset ? kit.add(scaled, offset) : scaled;
  },
  counterparts: {
    tfjs: (call, { inputs: [x, mean, variance, ...others] }, { use_offset, use_scale, epsilon }) =>
      call("batchNorm", x, mean, variance, use_offset ? others[0] : null, use_scale ? others.at(-1) : null, epsilon),
    torch: (call, { inputs: [x, mean, variance, ...others] }, { use_offset, use_scale, epsilon }) => {
      const root = call("torch.sqrt", call("torch.add", variance, epsilon));
      const unit = call("torch.divide", call("torch.subtract", x, mean), root);
      const scaled = use_scale ? call("torch.multiply", unit, others.at(-1)) : unit;
      return use_offset ? call("torch.add", scaled, others[0]) : scaled;
    },
    jax: (call, { inputs: [x, mean, variance, ...others] }, { use_offset, use_scale, epsilon }) => {
      const unit = call("jax.nn.standardize", x, { mean, variance, epsilon });
      const scaled = use_scale ? call("jnp.multiply", unit, others.at(-1)) : unit;
      return use_offset ? call("jnp.add", scaled, others[0]) : scaled;
    },
  },
});

/** The element of a parameter that broadcasting puts at an index of x. */
function stretched<R>(parameter: ExactTensor<R>, index: Shape): R {
  const own = index.slice(index.length - parameter.shape.length);
  return parameter.at(own.map((i, d) => (parameter.shape[d] === 1 ? 0 : i)));
}

/** Draws parameters of one number for each channel, or of the shape of x: what TensorFlow.js takes. */
function sample(draw: Draw): Sample<BatchNorm> {
  const shape = draw.shape(2, 4);
  const parameter = draw.flag() ? shape.slice(-1) : shape;
  const [use_offset, use_scale] = [draw.flag(), draw.flag()];
  const count = 2 + Number(use_offset) + Number(use_scale);
  return {
    shapes: [shape, ...Array.from({ length: count }, () => parameter)],
    attrs: { use_offset, use_scale, epsilon: draw.pick([0.001, 0.25]) },
  };
}
