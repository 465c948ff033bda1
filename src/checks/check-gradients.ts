import { sizeOf } from "../base/shape.ts";
import { valueOf, type Value } from "../engine/variable.ts";
import { finiteDifference } from "../oracles/finite-difference.ts";
import { Tensor } from "../tensor/tensor.ts";
import {
  checkInputs,
  checkOutput,
  type Differentiable,
  type Inputs,
  type Parameters,
} from "../transforms/arguments.ts";
import { jacobianOf, oneHots } from "../transforms/jacobian.ts";
import { kit } from "../transforms/kit.ts";
import { trace } from "../transforms/trace.ts";
import { noiseOf } from "./budget.ts";
import { compare, type Comparison } from "./compare.ts";

/** An error below this share of the largest derivative is not looked for. */
const RESOLUTION = 1e-7;

/** What came of checking one input. */
export interface InputCheck extends Comparison {
  /** The derivatives under test, of the result's shape followed by the input's. */
  readonly derivative: Tensor;
  /** The estimates from values alone, and the bounds on their errors, of the same shape. */
  readonly estimate: Tensor;
  readonly bounds: Tensor;
}

/** What came of a gradient check: the worst of the inputs' verdicts, and each of them. */
export interface GradientCheck {
  readonly verdict: Comparison["verdict"];
  readonly inputs: readonly InputCheck[];
}

/**
 * Checks every derivative of a function against finite differences of its values: every element of the result by every
 * element of each input. The bound of each comes with its estimate; there is no tolerance to set.
 *
 * @param f from tensors to one tensor of any shape, of the ops of Cotangent.
 * @param inputs where to check, in a list; keep away from kinks.
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
  const t = trace((...leaves) => [call(...leaves)], inputs);
  const [jacobians] = jacobianOf(t);
  const [noise] = noiseOf((...leaves) => [call(...leaves)], inputs);
  const checks = inputs.map((_, i): InputCheck => {
    const derivative = valueOf(jacobians![i]!);
    const { estimate, bounds } = estimates(call, inputs, i, noise!);
    const largest = estimate.data.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
    const resolution = RESOLUTION * (largest > 0 ? largest : 1);
    return { ...compare(derivative, estimate, bounds, "float64", resolution), derivative, estimate, bounds };
  });
  const verdicts = checks.map((check) => check.verdict);
  return {
    verdict: verdicts.includes("disagree") ? "disagree" : verdicts.includes("inconclusive") ? "inconclusive" : "agree",
    inputs: checks,
  };
}

/** The Jacobian by input `i`, estimated from values; directions first, so it is turned round. */
function estimates(
  call: (...xs: readonly Value[]) => Value,
  inputs: readonly Tensor[],
  i: number,
  noise: Tensor,
): { estimate: Tensor; bounds: Tensor } {
  const x = inputs[i]!;
  const count = sizeOf(x.shape);
  const shape = [...noise.shape, ...x.shape];
  if (count === 0)
    return { estimate: new Tensor(shape, new Float64Array(0)), bounds: new Tensor(shape, new Float64Array(0)) };
  const directions = inputs.map((_, k) => (k === i ? oneHots(x, 0, count) : null));
  const { estimate, bound } = finiteDifference((xs) => valueOf(call(...xs)), inputs, directions, noise);
  const turned = (d: Tensor): Tensor =>
    valueOf(
      kit.reshape(
        kit.permute_dims(kit.reshape(kit.batch_to_axis(d, { count }), { shape: [count, -1] }), { axes: [1, 0] }),
        { shape },
      ),
    );
  return { estimate: turned(estimate), bounds: turned(bound) };
}
