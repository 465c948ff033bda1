import { real } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { kept } from "../../op/exact.ts";
import type { Kit } from "../../op/kit.ts";
import {
  fewElements,
  loss,
  tfjsWeighting,
  weighting,
  type Losses,
  type LossInputs,
  type Weighting,
} from "../../op/loss.ts";
import type { Op } from "../../op/op.ts";

/** A weighting, and how far labels are moved towards ½. */
export interface SigmoidCrossEntropy extends Weighting {
  readonly label_smoothing?: number;
}

/**
 * The losses −z·ln σ(x) − (1 − z)·ln(1 − σ(x)) of labels z and logits x, computed as softplus(x) − x·z, which neither
 * overflows nor has a kink; weighted and reduced. `label_smoothing` s makes labels z·(1 − s) + ½·s. The result has the
 * shape of both with the reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says that
 * they are given.
 *
 * @throws ShapeError when the shapes differ, or the weights do not broadcast.
 * @example
 * ops.sigmoid_cross_entropy(tensor([1, 0]), tensor([0, 0])); // 0.6931…
 */
export const sigmoid_cross_entropy: Op<LossInputs, SigmoidCrossEntropy> = loss({
  name: "sigmoid_cross_entropy",
  formula: String.raw`\mathrm{out} = \operatorname*{reduction}_i\left( \mathrm{weights}_i \cdot \left(-z_i \ln \sigma(x_i) - (1 - z_i) \ln(1 - \sigma(x_i))\right) \right), \quad x = \mathrm{predictions},\ z = (1 - s)\,\mathrm{labels} + \frac{s}{2},\ s = \text{label\_smoothing}`,
  attrs: { label_smoothing: real("how far labels are moved towards ½", 0), ...weighting },
  domain: { labels: reals(0, 1), predictions: reals(-4, 4) },
  shapes: fewElements,
  sample: (draw) => ({ attrs: { label_smoothing: draw.pick([0, 0.25, 0.5]) } }),
  losses: crossEntropy((kit, x, z) => kit.sub(kit.softplus(x), kit.mul(x, z))),
  variants: [
    crossEntropy((kit, x, z) => kit.sub(kit.softplus(x), kit.mul(x, z))),
    // max(x, 0) − x·z + ln(1 + e^−|x|)
    crossEntropy(({ abs, add, exp, log1p, mul, neg, relu, sub }, x, z) =>
      add(sub(relu(x), mul(x, z)), log1p(exp(neg(abs(x))))),
    ),
  ],
  // max(x, 0) − x·z + ln(1 + e^−|x|)
  exact:
    (real, labels, logits, { label_smoothing }) =>
    (index) => {
      const smoothed = real.add(real.mul(labels.at(index), real.sub(1, label_smoothing)), label_smoothing / 2);
      const x = logits.at(index);
      const linear = real.sub(real.max(x, 0), real.mul(x, smoothed));
      return real.add(linear, tail(real, x, 0));
    },
  tfjs: (call, { inputs }, attrs) => {
    const { weights, reduction } = tfjsWeighting(inputs, attrs);
    return call("losses.sigmoidCrossEntropy", inputs[0], inputs[1], weights, attrs.label_smoothing, reduction);
  },
  torch: (call, labels, logits, { label_smoothing }) => {
    const smoothed = call("torch.add", call("torch.mul", labels, 1 - label_smoothing), label_smoothing / 2);
    return call("torch.nn.functional.binary_cross_entropy_with_logits", logits, smoothed, { reduction: "none" });
  },
});

/** ln(1 + e^−|x|) */
const tail = kept((real, x) => real.log(real.add(1, real.exp(real.neg(real.abs(x))))));

/** A formula of logits x and labels z, of labels that are moved. */
function crossEntropy(formula: <V>(kit: Kit<V>, x: V, z: V) => V): Losses<SigmoidCrossEntropy> {
  return (kit, labels, logits, { label_smoothing: s }) =>
    formula(kit, logits, s === 0 ? labels : kit.add(kit.mul(labels, 1 - s), s / 2));
}
