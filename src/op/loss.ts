import { ShapeError } from "../base/errors.ts";
import { broadcastsTo, formatShape, indicesOf, sameShape, sizeOf, type Shape } from "../base/shape.ts";
import { flag, oneOf, type Attrs } from "./attrs.ts";
import type { Call, Counterparts, Expression } from "./counterparts.ts";
import type { Draw, Reals } from "./domain.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";
import { composite } from "./kinds/index.ts";
import type { Op } from "./op.ts";

/** How the losses of the elements become the result; the place of a word is its number in `tf.Reduction`. */
const REDUCTIONS = ["none", "mean", "sum", "sum_by_nonzero_weights"] as const;

/** What all losses have in common: whether they are weighted, and how they become one number. */
export interface Weighting {
  readonly use_weights?: boolean;
  readonly reduction?: (typeof REDUCTIONS)[number];
}

/** The attributes of {@link Weighting}. */
export const weighting: Attrs<Weighting> = {
  use_weights: flag("whether the last input is weights, which broadcast to the losses"),
  reduction: oneOf(
    "each weighted loss; their sum over the sum of the weights; their sum; or that over the number of weights other than 0",
    REDUCTIONS,
    "sum_by_nonzero_weights",
  ),
};

/** Weights keep away from 0, where the number of those that count jumps. */
export const WEIGHTS: Reals = { low: 0.5, high: 2, breaks: null, whole: false };

/** The result's shape from that of the losses. */
export function shapeWeighted(
  op: string,
  losses: Shape,
  weights: Shape | undefined,
  { reduction }: Required<Weighting>,
): Shape {
  if (weights !== undefined && !broadcastsTo(weights, losses))
    throw new ShapeError(
      `${op}: expected weights that broadcast to the losses ${formatShape(losses)}, got ${formatShape(weights)}`,
    );
  return reduction === "none" ? losses : [];
}

/** The losses, weighted and reduced. */
export function weighted<V>(kit: Kit<V>, losses: V, weights: V | undefined, { reduction }: Required<Weighting>): V {
  const times = (factors: V | undefined): V => (factors === undefined ? losses : kit.mul(losses, factors));
  if (reduction === "none") return times(weights);
  if (reduction === "sum") return kit.sum(times(weights));
  const count = sizeOf(kit.shape(losses));
  // 0 / 0 for the mean of nothing, whatever its weights are.
  if (weights === undefined || count === 0) return kit.div(kit.sum(times(weights)), count);
  // Each weight counts as often as broadcasting repeats it.
  const repeats = count / sizeOf(kit.shape(weights));
  const counted = reduction === "mean" ? weights : kit.sub(1, kit.equal(weights, 0));
  // The shares of the weights, not the sum of what they weigh, are divided: that sum might overflow.
  return kit.sum(times(kit.div(weights, kit.mul(kit.sum(counted), repeats))));
}

/** The same in real numbers. */
export function exactWeighted<R>(
  real: RealArithmetic<R>,
  losses: ExactTensor<R>,
  weights: ExactTensor<R> | undefined,
  { reduction }: Required<Weighting>,
): (index: Shape) => R {
  const weightAt = (index: Shape): R => {
    if (weights === undefined) return real.real(1);
    const own = index.slice(index.length - weights.shape.length);
    return weights.at(own.map((i, d) => (weights.shape[d] === 1 ? 0 : i)));
  };
  const termAt = (index: Shape): R => real.mul(losses.at(index), weightAt(index));
  if (reduction === "none") return termAt;
  const indices = indicesOf(losses.shape);
  const total = real.sum(indices.map(termAt));
  if (reduction === "sum") return () => total;
  const all = indices.map(weightAt);
  const divisor = reduction === "mean" ? real.sum(all) : real.real(all.filter((w) => real.compare(w, 0) !== 0).length);
  return () => real.div(total, divisor);
}

/** Draws a weighting of losses, and from their least dimension the shapes of losses and weights. */
export function sampleWeighting(
  draw: Draw,
  shapeOf: (least: number) => { readonly inputs: readonly Shape[]; readonly losses: Shape },
): { readonly shapes: readonly Shape[]; readonly attrs: Required<Weighting> } {
  const reduction = draw.pick(REDUCTIONS);
  const use_weights = draw.flag();
  // The mean of nothing is NaN, which tells little.
  const isSum = reduction === "none" || reduction === "sum";
  const { inputs, losses } = shapeOf(isSum || draw.integer(0, 15) === 15 ? 0 : 1);
  const all = [[], losses, losses.map((d) => (draw.flag() ? 1 : d)), losses.slice(1)];
  // One weight alone cancels out of a mean: no digit of its derivative is right. The mean of nothing has none by a weight.
  const isFitting = (size: number): boolean =>
    isSum || (sizeOf(losses) === 0 ? size === 0 : reduction !== "mean" || size !== 1);
  const fitting = all.filter((shape) => isFitting(sizeOf(shape)));
  return use_weights && fitting.length > 0
    ? { shapes: [...inputs, draw.pick(fitting)], attrs: { use_weights, reduction } }
    : { shapes: inputs, attrs: { use_weights: false, reduction } };
}

/** Draws a shape of few elements, for losses whose exact values take long. */
export function fewElements(draw: Draw, least: number): Shape {
  return draw.shape(0, 2).map((d) => Math.min(3, Math.max(d, least)));
}

/** The arguments `weights` and `reduction` of a function of `tf.losses`. */
export function tfjsWeighting(
  inputs: readonly Expression[],
  { use_weights, reduction }: Required<Weighting>,
): { readonly weights: Expression | undefined; readonly reduction: number } {
  return { weights: use_weights ? inputs.at(-1) : undefined, reduction: REDUCTIONS.indexOf(reduction) };
}

/** Losses of PyTorch, weighted and reduced. */
export function torchWeighted(
  call: Call,
  losses: Expression,
  weights: Expression | undefined,
  shape: Shape,
  { reduction }: Required<Weighting>,
): Expression {
  const terms = weights === undefined ? losses : call("torch.mul", losses, weights);
  if (reduction === "none") return terms;
  if (reduction === "sum") return call("torch.sum", terms);
  if (weights === undefined) return call("torch.mean", terms);
  const all = call("torch.broadcast_to", weights, shape);
  return call(
    "torch.div",
    call("torch.sum", terms),
    call(reduction === "mean" ? "torch.sum" : "torch.count_nonzero", all),
  );
}

/** Why JAX has no counterpart. */
export const NO_LOSSES = { none: "JAX has no losses of its own; Optax has" } as const;

type AllInputs = ["labels", "predictions", "weights"];

/** The inputs of a loss; weights may be left out. */
export type LossInputs = ["labels", "predictions"] | AllInputs;

/** The losses of labels and predictions. */
export type Losses<A> = <V>(kit: Kit<V>, labels: V, predictions: V, attrs: Required<A>) => V;

/** What a loss states whose labels and predictions have one shape. */
interface LossSpec<A extends Weighting> {
  readonly name: string;
  readonly formula: string;
  readonly attrs: Attrs<A>;
  readonly domain: { readonly labels: Reals; readonly predictions: Reals };
  /** Draws the loss's own attributes for inputs of a shape, and intervals that suit them. */
  readonly sample?: (
    draw: Draw,
    shape: Shape,
  ) => { readonly attrs: Omit<A, keyof Weighting>; readonly inputs?: Readonly<Record<string, Reals>> };
  /** Draws a shape of inputs, of at least so much per dimension. */
  readonly shapes?: (draw: Draw, least: number) => Shape;
  /** The shape of the losses from that of the inputs, unless it is the same; throws where there are none. */
  readonly shape?: (shape: Shape, attrs: Required<A>) => Shape;
  readonly losses: Losses<A>;
  /** The formulas of other engines, where they are not this one; see `composite`. */
  readonly variants?: readonly Losses<A>[];
  readonly exact: <R>(
    real: RealArithmetic<R>,
    labels: ExactTensor<R>,
    predictions: ExactTensor<R>,
    attrs: Required<A>,
  ) => (index: Shape) => R;
  readonly tfjs: Counterparts<A>["tfjs"];
  /** The losses of PyTorch, unweighted. */
  readonly torch: (
    call: Call,
    labels: Expression,
    predictions: Expression,
    attrs: Required<A>,
    shape: Shape,
  ) => Expression;
}

/** A loss of labels and predictions of one shape, and of weights that may be left out. */
export function loss<A extends Weighting>(spec: LossSpec<A>): Op<LossInputs, A> {
  const { name } = spec;
  const lossesOf = spec.shape ?? ((shape: Shape) => shape);
  return composite<AllInputs, A>({
    name,
    inputs: ["labels", "predictions", "weights"],
    formula: spec.formula,
    attrs: spec.attrs,
    optional: { weights: (attrs) => weightingOf(attrs).use_weights },
    domain: { ...spec.domain, weights: WEIGHTS },
    sample: (draw) => {
      let own: ReturnType<NonNullable<LossSpec<A>["sample"]>> | undefined;
      const { shapes, attrs } = sampleWeighting(draw, (least) => {
        const shape = spec.shapes?.(draw, least) ?? draw.shape(0, 3).map((d) => Math.max(d, least));
        own = spec.sample?.(draw, shape);
        return { inputs: [shape, shape], losses: lossesOf(shape, { ...own?.attrs } as Required<A>) };
      });
      return { shapes, attrs: { ...own?.attrs, ...attrs } as A, inputs: own?.inputs ?? {} };
    },
    shape: ([labels, predictions, weights], attrs) => {
      if (!sameShape(labels!, predictions!))
        throw new ShapeError(
          `${name}: expected labels and predictions of one shape, got ${formatShape(labels!)} and ${formatShape(predictions!)}`,
        );
      return shapeWeighted(name, lossesOf(labels!, attrs), weights, weightingOf(attrs));
    },
    exact: (real, [labels, predictions, weights], attrs) => {
      const losses = { shape: lossesOf(labels!.shape, attrs), at: spec.exact(real, labels!, predictions!, attrs) };
      return exactWeighted(real, losses, weights, weightingOf(attrs));
    },
    compose: (kit, { labels, predictions, weights }, attrs) =>
      weighted(kit, spec.losses(kit, labels, predictions, attrs), weights, weightingOf(attrs)),
    variants: (spec.variants ?? []).map(
      (losses) =>
        (kit, { labels, predictions, weights }, attrs) =>
          weighted(kit, losses(kit, labels, predictions, attrs), weights, weightingOf(attrs)),
    ),
    counterparts: {
      tfjs: spec.tfjs,
      torch: (call, { inputs: [labels, predictions, weights], shapes: [shape] }, attrs) =>
        torchWeighted(
          call,
          spec.torch(call, labels!, predictions!, attrs, shape!),
          weights,
          lossesOf(shape!, attrs),
          weightingOf(attrs),
        ),
      jax: NO_LOSSES,
    },
  });
}

/** The attributes that all losses have, of complete ones. */
function weightingOf(attrs: object): Required<Weighting> {
  return attrs as Required<Weighting>;
}
