import { kinksAt, reals, wholes } from "../../op/domain.ts";
import { loss, tfjsWeighting, weighting, type LossInputs, type Weighting } from "../../op/loss.ts";
import type { Op } from "../../op/op.ts";

/**
 * The losses max(0, 1 − (2·labels − 1)·predictions) of labels 0 and 1, weighted and reduced; both of one shape. The
 * result has that shape with the reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says
 * that they are given.
 *
 * At the margin, where it has a kink, the derivative is taken as 0.
 *
 * @throws ShapeError when the shapes differ, or the weights do not broadcast.
 * @example
 * ops.hinge_loss(tensor([1, 0]), tensor([0.5, 0.5])); // 1
 */
export const hinge_loss: Op<LossInputs, Weighting> = loss({
  name: "hinge_loss",
  formula: String.raw`\mathrm{out} = \operatorname*{reduction}_i\left( \mathrm{weights}_i \cdot \max(0,\ 1 - (2\,\mathrm{labels}_i - 1)\,\mathrm{predictions}_i) \right)`,
  attrs: weighting,
  domain: { labels: wholes(0, 1), predictions: reals(-4, 4, kinksAt(-1, 1)) },
  // (2·l − 1)·p as 2·(l − ½)·p
  losses: ({ mul, relu, sub }, labels, predictions) => relu(sub(1, mul(mul(sub(labels, 0.5), predictions), 2))),
  // p + 1 − 2·l·p
  exact: (real, labels, predictions) => (index) => {
    const [l, p] = [labels.at(index), predictions.at(index)];
    return real.max(real.sub(real.add(p, 1), real.mul(real.mul(2, l), p)), 0);
  },
  tfjs: (call, { inputs }, attrs) => {
    const { weights, reduction } = tfjsWeighting(inputs, attrs);
    return call("losses.hingeLoss", inputs[0], inputs[1], weights, reduction);
  },
  torch: (call, labels, predictions) => {
    const signs = call("torch.sub", call("torch.mul", labels, 2), 1);
    return call("torch.relu", call("torch.add", call("torch.neg", call("torch.mul", signs, predictions)), 1));
  },
});
