import { real } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { kept } from "../../op/exact.ts";
import { fewElements, loss, tfjsWeighting, weighting, type LossInputs, type Weighting } from "../../op/loss.ts";
import type { Op } from "../../op/op.ts";

/** A weighting, and what is added to probabilities before their logarithm is taken. */
export interface LogLoss extends Weighting {
  readonly epsilon?: number;
}

/**
 * The losses −l·ln(p + ε) − (1 − l)·ln(1 − p + ε) of labels l and probabilities p, with `epsilon` 1e-7 unless given;
 * weighted and reduced. The result has the shape of both with the reduction "none", else it is a scalar. Where weights
 * broadcast to it, `use_weights` says that they are given.
 *
 * @throws ShapeError when the shapes differ, or the weights do not broadcast.
 * @example
 * ops.log_loss(tensor([1, 0]), tensor([0.5, 0.5]), { epsilon: 0 }); // 0.6931…
 */
export const log_loss: Op<LossInputs, LogLoss> = loss({
  name: "log_loss",
  formula: String.raw`\mathrm{out} = \operatorname*{reduction}_i\left( \mathrm{weights}_i \cdot \left(-l_i \ln(p_i + \varepsilon) - (1 - l_i) \ln(1 - p_i + \varepsilon)\right) \right), \quad l = \mathrm{labels},\ p = \mathrm{predictions}`,
  attrs: { epsilon: real("what is added to the arguments of the logarithms", 1e-7), ...weighting },
  domain: { labels: reals(0, 1), predictions: reals(0.125, 0.875) },
  shapes: fewElements,
  sample: (draw) => ({ attrs: { epsilon: draw.pick([1e-7, 0, 0.0625]) } }),
  losses: ({ add, log, mul, neg, sub }, labels, predictions, { epsilon }) =>
    sub(neg(mul(labels, log(add(predictions, epsilon)))), mul(sub(1, labels), log(add(sub(1, predictions), epsilon)))),
  exact:
    (real, labels, predictions, { epsilon }) =>
    (index) => {
      const [l, p] = [labels.at(index), predictions.at(index)];
      const [yes, no] = [logarithm(real, p, epsilon), complement(real, p, epsilon)];
      return real.neg(real.add(real.mul(l, yes), real.mul(real.sub(1, l), no)));
    },
  tfjs: (call, { inputs }, attrs) => {
    const { weights, reduction } = tfjsWeighting(inputs, attrs);
    return call("losses.logLoss", inputs[0], inputs[1], weights, attrs.epsilon, reduction);
  },
  torch: (call, labels, predictions, { epsilon }) => {
    const [not, isNot] = [labels, predictions].map((x) => call("torch.add", call("torch.neg", x), 1));
    const yes = call("torch.mul", labels, call("torch.log", call("torch.add", predictions, epsilon)));
    const no = call("torch.mul", not, call("torch.log", call("torch.add", isNot, epsilon)));
    return call("torch.neg", call("torch.add", yes, no));
  },
});

const logarithm = kept((real, p, epsilon) => real.log(real.add(epsilon, p)));
const complement = kept((real, p, epsilon) => real.log(real.sub(real.add(1, epsilon), p)));
