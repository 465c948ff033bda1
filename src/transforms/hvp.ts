import {
  checkTangents,
  checkInputs,
  perInput,
  type Derivative,
  type Differentiable,
  type Inputs,
  type Parameters,
  type PerInput,
} from "./arguments.ts";
import { gradientsOf } from "./grad.ts";
import { push, release, trace } from "./trace.ts";

/**
 * The Hessian-vector product of a function with a scalar result: the derivative of its gradient along the tangents,
 * without the Hessian (forward over reverse, two sweeps).
 *
 * @param primals the inputs of `f`, in a list.
 * @param tangents one for each input, of its shape.
 * @returns for one input its product, for several a list of theirs, each of the shape of its input.
 * @throws GradientError when the result of `f` has more than one element.
 * @throws ShapeError when a tangent has another shape than its input.
 * @example
 * hvp((x: Value) => ops.sum(ops.pow(x, 3)), [tensor([1, 2])], [tensor([1, 1])]); // [6, 12]
 */
export function hvp<P extends Parameters, const X extends Inputs<P>, const D extends Inputs<P>>(
  f: Differentiable<P>,
  primals: X,
  tangents: D,
): PerInput<X, Derivative<X, D>> {
  checkInputs("hvp", primals);
  checkTangents("hvp", tangents, primals);
  const t = trace((...vs) => gradientsOf(f, vs).gradients, primals);
  return perInput<X, Derivative<X, D>>(push(t, tangents, false).map(release));
}
