import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import {
  exactWeighted,
  NO_LOSSES,
  sampleWeighting,
  shapeWeighted,
  tfjsWeighting,
  torchWeighted,
  weighted,
  weighting,
  WEIGHTS,
  type Weighting,
} from "../../op/loss.ts";
import type { Op } from "../../op/op.ts";

/**
 * Losses, weighted and reduced: each one with the reduction "none", else a scalar. Where weights broadcast to the losses,
 * `use_weights` says that they are given. With "sum_by_nonzero_weights" the sum is divided by the number of losses whose
 * weight is not 0, NaN where there is none.
 *
 * @throws ShapeError when the weights do not broadcast to the losses.
 * @example
 * ops.compute_weighted_loss(tensor([1, 2]), tensor([0, 3]), { use_weights: true }); // 6
 */
export const compute_weighted_loss: Op<["losses"] | ["losses", "weights"], Weighting> = composite<
  ["losses", "weights"],
  Weighting
>({
  name: "compute_weighted_loss",
  inputs: ["losses", "weights"],
  formula: String.raw`\mathrm{out} = \begin{cases} w_i\,\mathrm{losses}_i & \mathrm{reduction} = \text{none} \\ \sum_i w_i\,\mathrm{losses}_i & \mathrm{reduction} = \text{sum} \\ \frac{\sum_i w_i\,\mathrm{losses}_i}{\sum_i w_i} & \mathrm{reduction} = \text{mean} \\ \frac{\sum_i w_i\,\mathrm{losses}_i}{\lvert \{i \mid w_i \ne 0\} \rvert} & \mathrm{reduction} = \text{sum\_by\_nonzero\_weights} \end{cases}, \quad w = \mathrm{weights}`,
  attrs: weighting,
  optional: { weights: ({ use_weights }) => use_weights },
  domain: { losses: reals(-4, 4), weights: WEIGHTS },
  sample: (draw) =>
    sampleWeighting(draw, (least) => {
      const losses = draw.shape(0, 4).map((d) => Math.max(d, least));
      return { inputs: [losses], losses };
    }),
  shape: ([losses, weights], attrs) => shapeWeighted("compute_weighted_loss", losses!, weights, attrs),
  exact: (real, [losses, weights], attrs) => exactWeighted(real, losses!, weights, attrs),
  compose: (kit, { losses, weights }, attrs) => weighted(kit, losses, weights, attrs),
  counterparts: {
    tfjs: (call, { inputs }, attrs) => {
      const { weights, reduction } = tfjsWeighting(inputs, attrs);
      return call("losses.computeWeightedLoss", inputs[0], weights, reduction);
    },
    torch: (call, { inputs: [losses, weights], shapes: [shape] }, attrs) =>
      torchWeighted(call, losses!, weights, shape!, attrs),
    jax: NO_LOSSES,
  },
});
