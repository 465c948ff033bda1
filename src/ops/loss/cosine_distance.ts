import { normalizeAxis } from "../../base/shape.ts";
import { axis } from "../../op/attrs.ts";
import { alongAxis } from "../../op/axis.ts";
import { reals } from "../../op/domain.ts";
import { loss, tfjsWeighting, weighting, type LossInputs, type Weighting } from "../../op/loss.ts";
import type { Op } from "../../op/op.ts";

/** A weighting, and the axis of the vectors. */
export interface CosineDistance extends Weighting {
  readonly axis?: number;
}

/**
 * The losses 1 − Σ labels·predictions over the vectors along `axis` (the last one unless given), which are taken to be of
 * length 1; weighted and reduced. The axis stays, as a dimension of 1, with the reduction "none"; else the result is a
 * scalar. Where weights broadcast to the losses, `use_weights` says that they are given.
 *
 * @throws ShapeError when the shapes differ, have no such axis, or the weights do not broadcast.
 * @example
 * ops.cosine_distance(tensor([1, 0]), tensor([0.6, 0.8])); // 0.4
 */
export const cosine_distance: Op<LossInputs, CosineDistance> = loss({
  name: "cosine_distance",
  formula: String.raw`\mathrm{out} = \operatorname*{reduction}_i\left( \mathrm{weights}_i \cdot \left(1 - \sum_{j \in \mathrm{axis}} \mathrm{labels}_{i,j}\,\mathrm{predictions}_{i,j}\right) \right)`,
  attrs: { axis: axis("the axis that the vectors lie along; a negative one counts from the end", -1), ...weighting },
  domain: { labels: reals(-2, 2), predictions: reals(-2, 2) },
  shapes: (draw, least) => draw.shape(1, 4).map((d) => Math.max(d, least)),
  sample: (draw, shape) => {
    const at = draw.integer(0, shape.length - 1);
    return { attrs: { axis: draw.flag() ? at : at - shape.length } };
  },
  shape: (shape, { axis }) => shape.with(normalizeAxis("cosine_distance", axis, shape.length), 1),
  losses: ({ mul, sub, sum }, labels, predictions, { axis }) =>
    sub(1, sum(mul(labels, predictions), { axis, keepdims: true })),
  exact: (real, labels, predictions, { axis }) => {
    const left = alongAxis("cosine_distance", labels, axis, (line) => line);
    const right = alongAxis("cosine_distance", predictions, axis, (line) => line);
    return (index) => {
      const [xs, ys] = [left(index), right(index)];
      return real.sub(1, real.sum(xs.map((x, i) => real.mul(x, ys[i]!))));
    };
  },
  tfjs: (call, { inputs }, attrs) => {
    const { weights, reduction } = tfjsWeighting(inputs, attrs);
    return call("losses.cosineDistance", inputs[0], inputs[1], attrs.axis, weights, reduction);
  },
  torch: (call, labels, predictions, { axis }) => {
    const cosines = call("torch.sum", call("torch.mul", labels, predictions), { dim: axis, keepdim: true });
    return call("torch.add", call("torch.neg", cosines), 1);
  },
});
