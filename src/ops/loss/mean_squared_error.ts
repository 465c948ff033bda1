import { reals } from "../../op/domain.ts";
import { loss, tfjsWeighting, weighting, type LossInputs, type Weighting } from "../../op/loss.ts";
import type { Op } from "../../op/op.ts";

/**
 * The losses (labels − predictions)², weighted and reduced; both of one shape. The result has that shape with the
 * reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says that they are given.
 *
 * @throws ShapeError when the shapes differ, or the weights do not broadcast.
 * @example
 * ops.mean_squared_error(tensor([1, 2]), tensor([3, 2])); // 2
 */
export const mean_squared_error: Op<LossInputs, Weighting> = loss({
  name: "mean_squared_error",
  formula: String.raw`\mathrm{out} = \operatorname*{reduction}_i\left( \mathrm{weights}_i \cdot (\mathrm{labels}_i - \mathrm{predictions}_i)^2 \right)`,
  attrs: weighting,
  domain: { labels: reals(-4, 4), predictions: reals(-4, 4) },
  losses: ({ squared_difference }, labels, predictions) => squared_difference(labels, predictions),
  exact: (real, labels, predictions) => (index) => {
    const error = real.sub(labels.at(index), predictions.at(index));
    return real.mul(error, error);
  },
  tfjs: (call, { inputs }, attrs) => {
    const { weights, reduction } = tfjsWeighting(inputs, attrs);
    return call("losses.meanSquaredError", inputs[0], inputs[1], weights, reduction);
  },
  torch: (call, labels, predictions) =>
    call("torch.nn.functional.mse_loss", predictions, labels, { reduction: "none" }),
});
