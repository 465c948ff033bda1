import type { Shape } from "../base/shape.ts";
import { flag, oneOf, real as number, type Attrs } from "./attrs.ts";
import type { Call, Expression } from "./counterparts.ts";
import { reals, type Draw, type Reals } from "./domain.ts";
import type { RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";

const ACTIVATIONS = ["linear", "relu", "relu6", "elu", "leakyrelu", "prelu", "sigmoid"] as const;

/** What follows a product: a bias is added, and an activation is applied. */
export interface Fusing {
  readonly use_bias?: boolean;
  readonly activation?: (typeof ACTIVATIONS)[number];
  readonly leakyrelu_alpha?: number;
}

/** The attributes of {@link Fusing}. */
export const fusing: Attrs<Fusing> = {
  use_bias: flag("whether a bias is given, which is added to the product"),
  activation: oneOf("the function of each element; for prelu its weights are the last input", ACTIVATIONS),
  leakyrelu_alpha: number("leakyrelu's slope where its argument is negative", 0.2),
};

/** When a call has these inputs. */
export const fusedInputs = {
  bias: ({ use_bias }: Required<Fusing>): boolean => use_bias,
  prelu_weights: ({ activation }: Required<Fusing>): boolean => activation === "prelu",
};

/** Bias and weights of prelu, where they are given. */
export interface Extras<T> {
  readonly bias: T | undefined;
  readonly weights: T | undefined;
}

/** Bias and weights of a call, of which the product's two factors come first. */
export function extrasOf<T>(inputs: readonly T[], { use_bias, activation }: Required<Fusing>): Extras<T> {
  return {
    bias: use_bias ? inputs[2] : undefined,
    weights: activation === "prelu" ? inputs[use_bias ? 3 : 2] : undefined,
  };
}

/** The activation of a product with its bias. */
export function activated<V>(
  kit: Kit<V>,
  product: V,
  { bias, weights }: Extras<V>,
  { activation, leakyrelu_alpha }: Required<Fusing>,
): V {
  const x = bias === undefined ? product : kit.add(product, bias);
  switch (activation) {
    case "linear":
      return x;
    case "relu":
      return kit.relu(x);
    case "relu6":
      return kit.relu6(x);
    case "elu":
      return kit.elu(x);
    case "leakyrelu":
      return kit.leaky_relu(x, { negative_slope: leakyrelu_alpha });
    case "prelu":
      return kit.prelu(x, weights!);
    case "sigmoid":
      return kit.sigmoid(x);
  }
}

/** The same in real numbers; `x` is the sum of product and bias. */
export function exactActivation<R>(
  real: RealArithmetic<R>,
  x: R,
  weight: () => R,
  { activation, leakyrelu_alpha }: Required<Fusing>,
): R {
  const [above, below] = [real.max(x, 0), real.min(x, 0)];
  switch (activation) {
    case "linear":
      return x;
    case "relu":
      return above;
    case "relu6":
      return real.min(above, 6);
    case "elu":
      return real.add(above, real.sub(real.exp(below), 1));
    case "leakyrelu":
      return real.add(above, real.mul(below, leakyrelu_alpha));
    case "prelu":
      return real.add(above, real.mul(below, weight()));
    case "sigmoid":
      return real.div(1, real.add(1, real.exp(real.neg(x))));
  }
}

/** The index in a tensor of `shape`, which broadcasts, of the element that meets the one at `index`. */
export function meeting(shape: Shape, index: Shape): Shape {
  return index.slice(index.length - shape.length).map((i, d) => (shape[d] === 1 ? 0 : i));
}

/**
 * Draws what follows a product of at most `most` terms, none without a term, and intervals of all inputs that keep the
 * activation's argument away from its kinks.
 */
export function sampleFusing(
  draw: Draw,
  most: number,
): { readonly attrs: Required<Fusing>; readonly inputs: Readonly<Record<string, Reals>> } {
  const activation = draw.pick(ACTIVATIONS);
  return {
    attrs: { use_bias: draw.flag(), activation, leakyrelu_alpha: draw.pick([0.2, 0, 0.5]) },
    inputs: draw.pick(argumentsFor(activation, most)),
  };
}

/** The signs that the arguments of an activation may have, as intervals of the inputs. */
function argumentsFor(
  activation: Required<Fusing>["activation"],
  most: number,
): readonly Readonly<Record<string, Reals>>[] {
  if (activation === "linear" || activation === "sigmoid") return [{}];
  const above = positiveTimes(reals(1.5 / most, 3.6 / most), reals(0.2, 1.2));
  const below = positiveTimes(reals(-3.6 / most, -1.5 / most), reals(-1.2, -0.2));
  if (activation === "relu6") return [above, above, below, positiveTimes(reals(15, 18), reals(0.2, 1.2))];
  // Whatever has an element of the diagonal among its terms is positive, and all else negative.
  const mixed = positiveTimes({ ...reals(-0.5, -0.2), diagonal: { low: 3, high: 4 } }, reals(-0.05, 0.05));
  return [above, below, mixed];
}

/** Positive x, so that the filter's signs are those of all products. */
function positiveTimes(filter: Reals, bias: Reals): Readonly<Record<string, Reals>> {
  return { x: reals(0.5, 1.2), filter, bias };
}

/** The activation in the arguments of TensorFlow.js. */
export function tfjsFusing(
  { bias, weights }: Extras<Expression>,
  { activation, leakyrelu_alpha }: Required<Fusing>,
): object {
  return { bias, activation, preluActivationWeights: weights, leakyreluAlpha: leakyrelu_alpha };
}

/** The activation of `x` in PyTorch or JAX. */
export function pythonActivation(
  call: Call,
  library: "torch" | "jax",
  product: Expression,
  { bias, weights }: Extras<Expression>,
  { activation, leakyrelu_alpha }: Required<Fusing>,
): Expression {
  const [words, functions] = library === "torch" ? ["torch", "torch.nn.functional"] : ["jnp", "jax.nn"];
  const x = bias === undefined ? product : call(`${words}.add`, product, bias);
  switch (activation) {
    case "linear":
      return x;
    case "leakyrelu":
      return call(`${functions}.leaky_relu`, x, { negative_slope: leakyrelu_alpha });
    case "prelu": {
      const isPositive = call(library === "torch" ? "torch.gt" : "jnp.greater", x, 0);
      return call(
        `${words}.where`,
        isPositive,
        x,
        call(library === "torch" ? "torch.mul" : "jnp.multiply", weights, x),
      );
    }
    case "sigmoid":
      return call(library === "torch" ? "torch.sigmoid" : "jax.nn.sigmoid", x);
    case "elu":
    case "relu":
    case "relu6":
      return call(`${functions}.${activation}`, x);
  }
}
