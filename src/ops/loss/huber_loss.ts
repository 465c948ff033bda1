import { real } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { loss, tfjsWeighting, weighting, type LossInputs, type Weighting } from "../../op/loss.ts";
import type { Op } from "../../op/op.ts";

/** A weighting, and where the loss becomes linear. */
export interface HuberLoss extends Weighting {
  readonly delta?: number;
}

/**
 * The losses ½·e² of errors e = predictions − labels with |e| ≤ `delta` (1 unless given), and delta·(|e| − ½·delta) of
 * others; weighted and reduced. The result has the shape of both with the reduction "none", else it is a scalar. Where
 * weights broadcast to it, `use_weights` says that they are given.
 *
 * At |e| = delta, where the second derivative jumps, it is taken as 1.
 *
 * @throws ShapeError when the shapes differ, or the weights do not broadcast.
 * @example
 * ops.huber_loss(tensor([0, 0]), tensor([0.5, 3]), { reduction: "none" }); // [0.125, 2.5]
 */
export const huber_loss: Op<LossInputs, HuberLoss> = loss({
  name: "huber_loss",
  formula: String.raw`\mathrm{out} = \operatorname*{reduction}_i\left( \mathrm{weights}_i \cdot \begin{cases} \frac{1}{2} e_i^2 & \lvert e_i \rvert \le \delta \\ \delta \left(\lvert e_i \rvert - \frac{1}{2} \delta\right) & \lvert e_i \rvert > \delta \end{cases} \right), \quad e = \mathrm{predictions} - \mathrm{labels}`,
  attrs: { delta: real("the error up to which the loss is quadratic", 1), ...weighting },
  domain: { labels: reals(-0.375, 0.375), predictions: reals(-0.375, 0.375) },
  // On one side of |e| = delta, where the second derivative jumps.
  sample: (draw) =>
    draw.pick([
      { attrs: { delta: 1 }, inputs: {} },
      { attrs: { delta: 2.5 }, inputs: { labels: reals(-1, 1), predictions: reals(-1, 1) } },
      { attrs: { delta: 1 }, inputs: { labels: reals(-4, -1), predictions: reals(0.5, 4) } },
      { attrs: { delta: 0.5 }, inputs: { labels: reals(1, 4), predictions: reals(-4, 0.25) } },
    ]),
  losses: ({ huber, sub }, labels, predictions, { delta }) => huber(sub(predictions, labels), { delta }),
  exact:
    (real, labels, predictions, { delta }) =>
    (index) => {
      const error = real.abs(real.sub(labels.at(index), predictions.at(index)));
      return real.compare(error, delta) > 0
        ? real.mul(delta, real.sub(error, delta / 2))
        : real.div(real.mul(error, error), 2);
    },
  tfjs: (call, { inputs }, attrs) => {
    const { weights, reduction } = tfjsWeighting(inputs, attrs);
    return call("losses.huberLoss", inputs[0], inputs[1], weights, attrs.delta, reduction);
  },
  torch: (call, labels, predictions, { delta }) =>
    call("torch.nn.functional.huber_loss", predictions, labels, { reduction: "none", delta }),
});
