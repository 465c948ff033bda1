import { sizeOf } from "../base/shape.ts";
import { BatchedDataError, valueOf, Variable, type Value } from "../engine/variable.ts";
import { finiteDifference, type Batched } from "../oracles/finite-difference.ts";
import { permute } from "../tensor/kernels/permute.ts";
import { memberOf, Tensor } from "../tensor/tensor.ts";
import {
  checkInputs,
  checkOutput,
  type Differentiable,
  type Inputs,
  type Parameters,
} from "../transforms/arguments.ts";
import { jacobianOf, oneHots } from "../transforms/jacobian.ts";
import { trace } from "../transforms/trace.ts";
import { noiseOf } from "./budget.ts";
import { compare, type Comparison } from "./compare.ts";
import { judgeKinks, type Compared } from "./function-kinks.ts";
import type { InputCheck } from "./input-check.ts";

/** An error below this share of the largest derivative is not looked for. */
const RESOLUTION = 1e-7;

/** What came of a gradient check: the worst of the inputs' verdicts, and each of them. */
export interface GradientCheck {
  readonly verdict: Comparison["verdict"];
  readonly inputs: readonly InputCheck[];
}

/**
 * Checks every derivative of a function against finite differences of its values: every element of the result by every
 * element of each input. The bound of each comes with its estimate; there is no tolerance to set.
 *
 * At a kink a function has no derivative. What is no convex combination of the gradients around it is wrong there
 * (`invalid-subgradient`), and what is one is `inconclusive`: neither an error nor agreement.
 *
 * @param f from tensors to one tensor of any shape, of the ops of Cotangent.
 * @param inputs where to check, in a list.
 * @returns `agree` only when every entry is within its bound and every bound is tight enough to tell.
 * @example
 * checkGradients((x: Value) => ops.sum(ops.tanh(x)), [tensor([0.1, -2])]).verdict; // "agree"
 */
export function checkGradients<P extends Parameters>(
  f: Differentiable<P>,
  inputs: Inputs<P> & readonly Tensor[],
): GradientCheck {
  checkInputs("checkGradients", inputs);
  const call = (...xs: readonly Value[]): Value => checkOutput("checkGradients", f(...(xs as readonly unknown[] as P)));
  const compared = compareAt(call, inputs);
  const checks = compared.checks.every(({ verdict }) => verdict === "agree")
    ? compared.checks
    : judgeKinks(compared, inputs, (at) => compareAt(call, at).checks);
  const verdicts = checks.map((check) => check.verdict);
  return {
    verdict: verdicts.includes("disagree")
      ? "disagree"
      : verdicts.includes("inconclusive") || checks.every(({ entries }) => entries === 0)
        ? "inconclusive"
        : "agree",
    inputs: checks,
  };
}

/** Compares the derivatives at a point with finite differences, kinks or not. */
function compareAt(call: Call, inputs: readonly Tensor[]): Compared {
  const t = trace((...leaves) => [call(...leaves)], inputs);
  const [jacobians] = jacobianOf(t);
  const noise = noiseOf((...leaves) => [call(...leaves)], inputs)[0]!;
  const f = batchedOrNot(call);
  const checks = inputs.map((_, i): InputCheck => {
    const derivative = valueOf(jacobians![i]!);
    const { estimate, bounds } = estimates(f, inputs, i, noise, derivative);
    const largest = estimate.data.reduce((most, d) => (Math.abs(d) > most ? Math.abs(d) : most), 0);
    const resolution = RESOLUTION * (largest > 0 ? largest : 1);
    const comparison = compare(derivative, estimate, bounds, "float64", resolution);
    return { ...comparison, because: null, derivative, estimate, bounds };
  });
  return { checks, t, f, noise };
}

type Call = (...xs: readonly Value[]) => Value;

/** The Jacobian by input `i`, estimated from values. */
function estimates(
  f: Batched,
  inputs: readonly Tensor[],
  i: number,
  noise: Tensor,
  derivative: Tensor,
): { estimate: Tensor; bounds: Tensor } {
  const x = inputs[i]!;
  const count = sizeOf(x.shape);
  const { shape } = derivative;
  if (count === 0) return { estimate: derivative, bounds: derivative };
  const directions = inputs.map((_, k) => (k === i ? oneHots(x, 0, count) : null));
  const size = sizeOf(noise.shape);
  const claimed = new Tensor(noise.shape, turned(derivative, size, count), count);
  const { estimate, bound } = finiteDifference(f, inputs, directions, noise, claimed);
  return {
    estimate: new Tensor(shape, turned(estimate, count, size)),
    bounds: new Tensor(shape, turned(bound, count, size)),
  };
}

/** A matrix of `rows` × `columns` transposed: directions come first in a batch, and last in a Jacobian. */
function turned(d: Tensor, rows: number, columns: number): Float64Array {
  return permute(new Tensor([rows, columns], d.data), [1, 0]).data;
}

/** Evaluates the function on many points at once; one by one where it reads the elements of its inputs itself. */
function batchedOrNot(call: Call): Batched {
  let apart = false;
  const together = (xs: readonly Tensor[]): Tensor =>
    valueOf(call(...xs.map((x) => (x.batch > 1 ? new Variable(x, null, [], {}) : x))));
  const oneByOne = (xs: readonly Tensor[]): Tensor => {
    const batch = xs.reduce((most, x) => Math.max(most, x.batch), 1);
    const values = Array.from({ length: batch }, (_, n) => valueOf(call(...xs.map((x) => memberOf(x, n)))));
    const data = new Float64Array(batch * values[0]!.data.length);
    values.forEach((value, n) => {
      data.set(value.data, n * value.data.length);
    });
    return new Tensor(values[0]!.shape, data, batch);
  };
  return (xs) => {
    if (apart) return oneByOne(xs);
    try {
      return together(xs);
    } catch (error) {
      if (!(error instanceof BatchedDataError)) throw error;
      apart = true;
      return oneByOne(xs);
    }
  };
}
