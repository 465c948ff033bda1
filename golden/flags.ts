/** What a flag of a vector stands for. */
export interface FlagMeaning {
  /** What the vectors with this flag have in common. */
  readonly means: string;
  /** The kind of defect that they are there to find. */
  readonly bugClass: string;
  /** Where a reader finds more. */
  readonly links: readonly string[];
}

const BROADCASTING = "https://numpy.org/doc/stable/user/basics.broadcasting.html";
const ARRAY_API = "https://data-apis.org/array-api/latest/";
const IEEE = "https://en.wikipedia.org/wiki/IEEE_754";

/** The name of a flag. */
export type Flag =
  | "typical"
  | "full-precision"
  | "attribute"
  | "shape"
  | "broadcast"
  | "zero-size"
  | "special-values"
  | "tails"
  | "kink"
  | "jump"
  | "second-order"
  | "unused-input"
  | "same-input-twice"
  | "repeated-indices"
  | "negative-indices"
  | "throws-shape"
  | "throws-attribute"
  | "throws-index"
  | "throws-arity"
  | "throws-direction"
  | "program"
  | "masked-cotangent"
  | "hessian-column";

/** Every flag: why a vector exists. `golden/flags.json` is written from this. */
export const flags: Readonly<Record<Flag, FlagMeaning>> = {
  typical: {
    means: "Points inside the op's domain, away from kinks, whose numbers float32 holds too.",
    bugClass: "A wrong formula, sign or factor.",
    links: [],
  },
  "full-precision": {
    means: "Inputs, cotangents and tangents whose 53 bits are all in use.",
    bugClass: "A step that is computed in float32, or a constant with too few digits.",
    links: ["https://en.wikipedia.org/wiki/Double-precision_floating-point_format"],
  },
  attribute: {
    means:
      "One value, or kind of value, of one attribute: both sides of a flag, a positive and a negative axis, null, several axes, or all left out.",
    bugClass: "An attribute that is passed over, or honoured in the value and not in the derivative.",
    links: [ARRAY_API],
  },
  shape: {
    means: "A rank, a pair of ranks, or a number of inputs.",
    bugClass: "A rule that is right for matrices alone, or that loses a dimension of 1.",
    links: [],
  },
  broadcast: {
    means: "An input that is stretched to the shape of the result.",
    bugClass: "A gradient that is not summed over the dimensions that broadcasting added or stretched.",
    links: [BROADCASTING],
  },
  "zero-size": {
    means: "An array without elements.",
    bugClass: "A division by a count of zero, a shape that is lost, or an error where the answer is an empty array.",
    links: [ARRAY_API],
  },
  "special-values": {
    means: "±0, ±∞, NaN, subnormal and largest finite numbers among the inputs; values only.",
    bugClass: "NaN that is lost, an infinity that becomes NaN, subnormals that are flushed.",
    links: [IEEE, "https://en.wikipedia.org/wiki/Subnormal_number"],
  },
  tails: {
    means: "Very large and very small inputs, and numbers of very different size together.",
    bugClass:
      "Overflow in the middle of a formula, cancellation, a derivative that is lost where a function levels off.",
    links: ["https://en.wikipedia.org/wiki/Catastrophic_cancellation", "https://en.wikipedia.org/wiki/LogSumExp"],
  },
  kink: {
    means:
      "A point where one-sided derivatives differ: any element of the subdifferential is right, what lies outside of `set` is wrong.",
    bugClass: "Weights of a tie that do not add up to 1, NaN at a kink.",
    links: [
      "https://en.wikipedia.org/wiki/Subderivative",
      "https://docs.pytorch.org/docs/stable/notes/autograd.html#gradients-for-non-differentiable-functions",
    ],
  },
  jump: {
    means: "A point where the value jumps; values only.",
    bugClass: "The wrong side of a comparison.",
    links: [],
  },
  "second-order": {
    means: "The op followed by another one, so that second derivatives are not zero.",
    bugClass: "A derivative that cannot be differentiated again, or is treated as constant.",
    links: [],
  },
  "unused-input": {
    means: "An input that the outputs do not depend on; its gradient is zeros of its shape.",
    bugClass: "A missing gradient, or an error, where zeros are the answer.",
    links: [],
  },
  "same-input-twice": {
    means: "One value in two places of an op.",
    bugClass: "A gradient that is overwritten where it should be added up.",
    links: [],
  },
  "repeated-indices": {
    means: "One element that is taken several times.",
    bugClass: "A scatter that writes where it should add.",
    links: [],
  },
  "negative-indices": {
    means: "Indices that count from the end.",
    bugClass: "A gradient that lands at another element than the value came from.",
    links: [],
  },
  "throws-shape": {
    means: "Shapes that do not fit together; an error is the right answer.",
    bugClass: "Silent broadcasting, reading beyond the end of an array.",
    links: [BROADCASTING],
  },
  "throws-attribute": {
    means:
      "An attribute that is unknown, missing, of the wrong type, or outside of what the shapes allow; an error is the right answer.",
    bugClass: "A misspelt attribute that is passed over, an axis taken modulo the rank.",
    links: [],
  },
  "throws-index": {
    means: "An index outside of its axis, or one that is no whole number; an error is the right answer.",
    bugClass: "Memory read out of bounds, an index that is clamped or rounded in silence.",
    links: [],
  },
  "throws-arity": {
    means: "Too many or too few inputs of an op; an error is the right answer.",
    bugClass: "An input that is passed over in silence.",
    links: [],
  },
  "throws-direction": {
    means:
      "A cotangent that is missing though the output is no scalar, or a cotangent or tangent of another shape than its value; an error is the right answer.",
    bugClass: "A gradient of the sum that nobody asked for, a direction that is broadcast in silence.",
    links: ["https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html"],
  },
  program: {
    means: "Several ops together, as they occur in practice.",
    bugClass: "What is right op by op and wrong in composition: fan-out, accumulation, order.",
    links: [],
  },
  "masked-cotangent": {
    means: "Cotangents that pick one row of the Jacobian each.",
    bugClass: "A backward pass that gives the gradient of the sum whatever the cotangent is.",
    links: ["https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html"],
  },
  "hessian-column": {
    means: "A unit tangent: the products are one column of the Hessian.",
    bugClass: "Second derivatives that miss the mixed terms.",
    links: ["https://en.wikipedia.org/wiki/Rosenbrock_function"],
  },
};
