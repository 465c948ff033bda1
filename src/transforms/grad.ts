import { GradientError } from "../base/errors.ts";
import { formatShape, sizeOf } from "../base/shape.ts";
import type { Value } from "../engine/variable.ts";
import { Tensor } from "../tensor/tensor.ts";
import {
  checkInputs,
  checkOutput,
  perInput,
  type Derivative,
  type Differentiable,
  type Inputs,
  type Parameters,
  type PerInput,
} from "./arguments.ts";
import { primalOf, pull, release, trace } from "./trace.ts";

/**
 * The gradient of a function with a scalar result, as a function of the same inputs. It can be differentiated again.
 *
 * @param f from tensors of any shapes to a scalar (a tensor of one element).
 * @returns for one input its gradient, for several a list of theirs; each has the shape of its input.
 * @throws GradientError when the result of `f` has more than one element; use `vjp` or `jacobian` then.
 * @example
 * grad((x: Value) => ops.sum(ops.square(x)))(tensor([1, 2])); // [2, 4]
 */
export function grad<P extends Parameters>(
  f: Differentiable<P>,
): <Y extends Inputs<P>>(...xs: Y) => PerInput<Y, Derivative<Y>> {
  const both = valueAndGrad(f);
  return (...xs) => both(...xs)[1];
}

/**
 * The value and the gradient of a function with a scalar result, computed together.
 *
 * @returns `[value, gradient]`, the gradient as {@link grad} gives it.
 * @throws GradientError when the result of `f` has more than one element.
 * @example
 * const [loss, slope] = valueAndGrad((x: Value) => ops.sum(ops.square(x)))(tensor([1, 2])); // 5, [2, 4]
 */
export function valueAndGrad<P extends Parameters>(
  f: Differentiable<P>,
): <Y extends Inputs<P>>(...xs: Y) => [value: Derivative<Y>, gradient: PerInput<Y, Derivative<Y>>] {
  return <Y extends Inputs<P>>(...xs: Y) => {
    const { value, gradients } = gradientsOf(f, xs);
    return [value as Derivative<Y>, perInput<Y, Derivative<Y>>(gradients)];
  };
}

/** The value and the gradients, one of each input: what the public forms hand out. */
export function gradientsOf<P extends Parameters>(
  f: Differentiable<P>,
  xs: readonly Value[],
): { readonly value: Value; readonly gradients: readonly Value[] } {
  checkInputs("grad", xs);
  const t = trace((...vs) => [checkOutput("grad", f(...(vs as readonly unknown[] as P)))], xs);
  const out = t.outputs[0]!;
  if (sizeOf(out.shape) !== 1)
    throw new GradientError(
      `grad: grad can be implicitly created only for scalar outputs, got shape ${formatShape(out.shape)}; ` +
        "reduce it (ops.sum, ops.mean), or use vjp with a cotangent of that shape, or jacobian",
    );
  return { value: primalOf(t, out), gradients: pull(t, [onesLike(out)], false).map(release) };
}

/** Ones of the shape (and batch) of `x`. */
export function onesLike(x: Value): Tensor {
  const value = x instanceof Tensor ? x : x.value;
  return new Tensor(value.shape, new Float64Array(value.data.length).fill(1), value.batch);
}
