import { ShapeError } from "../../base/errors.ts";
import { real } from "../../op/attrs.ts";
import { alongAxis, shiftedExponentials } from "../../op/axis.ts";
import { reals } from "../../op/domain.ts";
import { loss, tfjsWeighting, weighting, type LossInputs, type Losses, type Weighting } from "../../op/loss.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";

/** A weighting, and how far labels are moved towards being all equal. */
export interface SoftmaxCrossEntropy extends Weighting {
  readonly label_smoothing?: number;
}

/**
 * The losses −Σ z·ln softmax(x) of probabilities (labels) z and logits x of n classes, along the last axis; weighted and
 * reduced. `label_smoothing` s makes labels z·(1 − s) + s/n. The result has the shape of both without the last axis with
 * the reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says that they are given.
 *
 * It is differentiated as the function that it is, also where labels do not sum to 1.
 *
 * @throws ShapeError when the shapes differ, are of scalars, or the weights do not broadcast.
 * @example
 * ops.softmax_cross_entropy(tensor([[1, 0]]), tensor([[0, 0]])); // 0.6931…
 */
export const softmax_cross_entropy: Op<LossInputs, SoftmaxCrossEntropy> = loss({
  name: "softmax_cross_entropy",
  formula: String.raw`\mathrm{out} = \operatorname*{reduction}_i\left( \mathrm{weights}_i \cdot \left(-\sum_j z_{i,j} \ln \frac{e^{x_{i,j}}}{\sum_k e^{x_{i,k}}}\right) \right), \quad x = \mathrm{predictions},\ z = (1 - s)\,\mathrm{labels} + \frac{s}{n},\ s = \text{label\_smoothing}`,
  attrs: { label_smoothing: real("how far labels are moved towards being all equal", 0), ...weighting },
  domain: { labels: reals(0, 1), predictions: reals(-4, 4) },
  // Labels that do not sum to 1 are no probabilities: one class or two equal ones, or else one class of each row.
  shapes: (draw, least) => {
    const classes = least === 0 && draw.integer(0, 15) === 15 ? 0 : draw.integer(1, 3);
    const rows = draw.shape(classes === 3 ? 1 : 0, 2).map((d) => Math.max(d, least));
    return [...rows, classes];
  },
  sample: (draw, shape) => {
    const classes = Math.max(1, shape.at(-1)!);
    const isHot = classes === 3 || (shape.length > 1 && shape.at(-2)! <= classes && draw.flag());
    return {
      attrs: { label_smoothing: draw.pick([0, 0.25, 0.5]) },
      inputs: {
        labels: isHot ? { ...reals(0, 0), diagonal: { low: 1, high: 1 } } : reals(1 / classes, 1 / classes),
      },
    };
  },
  shape: (shape) => {
    if (shape.length === 0)
      throw new ShapeError("softmax_cross_entropy: a scalar has no classes; expected labels of at least rank 1");
    return shape.slice(0, -1);
  },
  losses: crossEntropy((kit, logits) => kit.log_softmax(logits)),
  variants: [
    crossEntropy((kit, logits) => kit.log_softmax(logits)),
    // x − ln Σ eˣ, whose digits are those of x
    crossEntropy((kit, logits) => kit.sub(logits, kit.logsumexp(logits, { axis: -1, keepdims: true }))),
  ],
  // Σ z·(ln Σ eˣ − x)
  exact: (real, labels, logits, { label_smoothing }) => {
    const classes = labels.shape.at(-1)!;
    const zs = alongAxis("softmax_cross_entropy", labels, -1, (line) =>
      line.map((z) => real.add(real.mul(z, real.sub(1, label_smoothing)), real.div(label_smoothing, classes))),
    );
    const surprises = alongAxis("softmax_cross_entropy", logits, -1, (line) => {
      const { largest, total } = shiftedExponentials(real, line);
      return line.map((x) => real.sub(real.add(real.log(total), largest), x));
    });
    return (index) => {
      const [z, surprise] = [zs([...index, 0]), surprises([...index, 0])];
      return real.sum(z.map((each, i) => real.mul(each, surprise[i]!)));
    };
  },
  tfjs: (call, { inputs }, attrs) => {
    const { weights, reduction } = tfjsWeighting(inputs, attrs);
    return call("losses.softmaxCrossEntropy", inputs[0], inputs[1], weights, attrs.label_smoothing, reduction);
  },
  torch: (call, labels, logits, { label_smoothing }, shape) => {
    const smoothed = call("torch.add", call("torch.mul", labels, 1 - label_smoothing), label_smoothing / shape.at(-1)!);
    const terms = call("torch.mul", smoothed, call("torch.log_softmax", logits, { dim: -1 }));
    return call("torch.neg", call("torch.sum", terms, { dim: -1 }));
  },
});

/** −Σ z·ln softmax(x), by one of the ways to the logarithm. */
function crossEntropy(logarithm: <V>(kit: Kit<V>, logits: V) => V): Losses<SoftmaxCrossEntropy> {
  return (kit, labels, logits, { label_smoothing: s }) => {
    const { add, mul, neg, shape, sum } = kit;
    const smoothed = s === 0 ? labels : add(mul(labels, 1 - s), s / shape(labels).at(-1)!);
    return neg(sum(mul(smoothed, logarithm(kit, logits)), { axis: -1 }));
  };
}
