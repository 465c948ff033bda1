import type { Scalar, Tensor } from "@tensorflow/tfjs-core";
import { GradientError } from "../../base/errors.ts";
import { derivativeOfProgram } from "../cotangent.ts";
import type { Arrays, DerivativeRequest } from "../engine.ts";
import { completeCotangents } from "../process/cotangents.ts";
import type { TensorFlow } from "./load.ts";
import { fromTensorFlow, toTensorFlow } from "./memory.ts";
import type { Point, Tensors } from "./point.ts";
import { Totals } from "./totals.ts";

/**
 * The derivative along tangents t, `order` − 1 times, of the gradients of the inputs w; the order is 2 at least.
 * TensorFlow.js has no forward mode, so it is what its users nest gradients for: s₁ = ⟨∂⟨g, y⟩/∂x, t⟩, s₂ = ⟨∂s₁/∂x, t⟩ …,
 * and ∂/∂w of the last of them, where x are the inputs that have a tangent. Derivatives are symmetric, so this is
 * ∂ⁿ⟨g, y⟩/∂w∂x… · t ⋯ t.
 *
 * @throws GradientError where TensorFlow.js finds no connection between a gradient and an input and there is one.
 */
export function higherDerivatives(tf: TensorFlow, point: Point, request: DerivativeRequest): Arrays {
  const { program, wrt, order } = request;
  const totals = new Totals(wrt, point.shapes);
  const along = Object.keys(request.tangents);
  const tangents = new Map(along.map((name) => [name, toTensorFlow(tf, request.tangents[name]!)]));
  /** ⟨gradients, t⟩ */
  const slopeOf = (gradients: Tensors): Scalar =>
    [...gradients]
      .map(([name, gradient]) => tf.sum<Scalar>(tf.mul(gradient, tangents.get(name)!)))
      .reduce((total, term) => tf.add(total, term), tf.scalar(0));
  const cotangents = completeCotangents(program, point.shapes, request.cotangents);
  for (const [output, g] of Object.entries(cotangents)) {
    const leading = point.leadingTo(output, along);
    if (leading.length === 0 || wrt.length === 0) continue;
    const cotangent = toTensorFlow(tf, g);
    const ofOutput = { ...request, program: { ...program, outputs: [output] }, cotangents: { [output]: g } };
    /** The derivative of ⟨g, y⟩ along t, so many times. */
    const slope = (times: number): Scalar =>
      slopeOf(times === 1 ? point.pull(output, leading, cotangent) : gradients(times, leading));
    /** The gradients of the slope of the order below, of what TensorFlow.js finds to lead to it. */
    const gradients = (nth: number, names: readonly string[]): Tensors => {
      // `tf.grads` throws as soon as one input is not connected; this tells which.
      const { grads } = tf.engine().gradients<Scalar>(
        () => slope(nth - 1),
        names.map((name) => point.inputs.get(name)!),
        undefined,
        true,
      );
      const connected: readonly (Tensor | undefined)[] = grads;
      names.forEach((name, i) => {
        if (connected[i] === undefined) checkUnrelated(ofOutput, nth, name);
      });
      return new Map(names.flatMap((name, i) => (connected[i] === undefined ? [] : [[name, connected[i]] as const])));
    };
    for (const [name, x] of gradients(order, wrt))
      totals.add(name, fromTensorFlow(x, `the derivative of "${name}" of order ${String(order)}`));
  }
  return totals.arrays;
}

/**
 * The gradient of a linear program does not depend on its inputs, and there TensorFlow.js is right to find no connection.
 * It is so where our own engine's derivatives are zero, from the one that was asked for here to the last one.
 */
function checkUnrelated(request: DerivativeRequest, nth: number, name: string): void {
  for (let order = nth; order <= request.order; order++) {
    const { products } = derivativeOfProgram({ ...request, wrt: [name], order });
    if (products[name]!.data.every((x) => x === 0)) continue;
    throw new GradientError(
      `Cannot compute gradient of y=f(x) with respect to x: TensorFlow.js finds no connection between "${name}" and the derivative of order ${String(nth - 1)} of "${request.program.outputs.join('", "')}"`,
    );
  }
}
