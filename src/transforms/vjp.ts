import type { Value } from "../engine/variable.ts";
import {
  checkTangents,
  checkLike,
  checkInputs,
  checkOutput,
  perInput,
  type Derivative,
  type Differentiable,
  type Inputs,
  type Parameters,
  type PerInput,
} from "./arguments.ts";
import { primalOf, pull, push, release, trace } from "./trace.ts";

/**
 * The vector-Jacobian product: the value of `f`, and a function from a cotangent (PyTorch's `gradient`, TensorFlow.js's
 * `dy`) to the cotangents of the inputs. The function may be called any number of times.
 *
 * @returns `[value, pullback]`; `pullback(g)` takes `g` of the value's shape and gives for one input its cotangent, for
 * several a list of theirs, each of the shape of its input.
 * @throws ShapeError when the cotangent has another shape than the value.
 * @example
 * const [y, pullback] = vjp(ops.tanh, tensor([0, 1]));
 * pullback(tensor([1, 0])); // the first row of the Jacobian, [1, 0]
 */
export function vjp<P extends Parameters, X extends Inputs<P>>(
  f: Differentiable<P>,
  ...xs: X
): [value: Derivative<X>, pullback: <G extends Value>(g: G) => PerInput<X, Derivative<X, [G]>>] {
  checkInputs("vjp", xs);
  const t = trace((...vs) => [checkOutput("vjp", f(...(vs as readonly unknown[] as P)))], xs);
  const out = t.outputs[0]!;
  return [
    primalOf(t, out) as Derivative<X>,
    <G extends Value>(g: G) => {
      checkLike("vjp", g, out, "cotangent");
      return perInput<X, Derivative<X, [G]>>(pull(t, [g], false).map(release));
    },
  ];
}

/**
 * The Jacobian-vector product: the value of `f`, and its derivative along the tangents of the inputs.
 *
 * @param primals the inputs of `f`, in a list.
 * @param tangents one for each input, of its shape.
 * @returns `[value, tangent]`, both of the shape of the value.
 * @throws ShapeError when a tangent has another shape than its input.
 * @example
 * jvp(ops.multiply, [tensor(3), tensor(4)], [tensor(1), tensor(0)]); // [12, 4]
 */
export function jvp<P extends Parameters, const X extends Inputs<P>, const D extends Inputs<P>>(
  f: Differentiable<P>,
  primals: X,
  tangents: D,
): [value: Derivative<X, D>, tangent: Derivative<X, D>] {
  checkInputs("jvp", primals);
  checkTangents("jvp", tangents, primals);
  const t = trace((...vs) => [checkOutput("jvp", f(...(vs as readonly unknown[] as P)))], primals);
  const out = t.outputs[0]!;
  return [primalOf(t, out) as Derivative<X, D>, release(push(t, tangents, false)[0]!) as Derivative<X, D>];
}
