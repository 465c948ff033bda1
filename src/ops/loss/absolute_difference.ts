import { kinksAtTies, reals } from "../../op/domain.ts";
import { loss, type LossInputs, tfjsWeighting, weighting, type Weighting } from "../../op/loss.ts";
import type { Op } from "../../op/op.ts";

/**
 * The losses |labels − predictions|, weighted and reduced; both of one shape. The result has that shape with the
 * reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says that they are given.
 *
 * Where a label equals its prediction, at a kink, the derivative is taken as 0.
 *
 * @throws ShapeError when the shapes differ, or the weights do not broadcast.
 * @example
 * ops.absolute_difference(tensor([1, 2]), tensor([3, 2])); // 1
 */
export const absolute_difference: Op<LossInputs, Weighting> = loss({
  name: "absolute_difference",
  formula: String.raw`\mathrm{out} = \operatorname*{reduction}_i\left( \mathrm{weights}_i \cdot \lvert \mathrm{labels}_i - \mathrm{predictions}_i \rvert \right)`,
  attrs: weighting,
  domain: { labels: reals(-4, 4, kinksAtTies), predictions: reals(-4, 4, kinksAtTies) },
  losses: ({ abs, sub }, labels, predictions) => abs(sub(labels, predictions)),
  exact: (real, labels, predictions) => (index) => real.abs(real.sub(labels.at(index), predictions.at(index))),
  tfjs: (call, { inputs }, attrs) => {
    const { weights, reduction } = tfjsWeighting(inputs, attrs);
    return call("losses.absoluteDifference", inputs[0], inputs[1], weights, reduction);
  },
  torch: (call, labels, predictions) => call("torch.nn.functional.l1_loss", predictions, labels, { reduction: "none" }),
});
