import type { Scalar, Tensor } from "@tensorflow/tfjs-core";
import type { Arrays, HvpRequest } from "../engine.ts";
import { completeCotangents } from "../process/cotangents.ts";
import type { TensorFlow } from "./load.ts";
import { fromTensorFlow, toTensorFlow } from "./memory.ts";
import type { Point } from "./point.ts";
import { Totals } from "./totals.ts";

/**
 * The derivative along tangents t of the gradients of the inputs w. TensorFlow.js has no forward mode, so it is what its
 * users nest two gradients for: ∂/∂w ⟨∂⟨g, y⟩/∂x, t⟩, where x are the inputs that have a tangent. Second derivatives are
 * symmetric, so this is ∂²⟨g, y⟩/∂w∂x · t.
 *
 * A first gradient that does not depend on an input, as that of a linear program, is not connected with it on the tape;
 * there the product is zero. (Were it a connection that TensorFlow.js lost, zero would be wrong, and be found to be.)
 */
export function secondDerivatives(tf: TensorFlow, point: Point, request: HvpRequest): Arrays {
  const { program, wrt } = request;
  const totals = new Totals(wrt, point.shapes);
  const ws = wrt.map((name) => point.inputs.get(name)!);
  const along = Object.keys(request.tangents);
  const tangents = new Map(along.map((name) => [name, toTensorFlow(tf, request.tangents[name]!)]));
  for (const [output, g] of Object.entries(completeCotangents(program, point.shapes, request.cotangents))) {
    const leading = point.leadingTo(output, along);
    if (leading.length === 0 || wrt.length === 0) continue;
    const cotangent = toTensorFlow(tf, g);
    const slope = (): Scalar => {
      const gradients = point.pull(output, leading, cotangent);
      return addAll(
        tf,
        leading.map((name) => tf.sum(tf.mul(gradients.get(name)!, tangents.get(name)!))),
      );
    };
    // `tf.grads` throws when one input is not connected; this tells which.
    const { grads } = tf.engine().gradients<Scalar>(slope, ws, undefined, true);
    const connected: readonly (Tensor | undefined)[] = grads;
    wrt.forEach((name, i) => {
      const x = connected[i];
      if (x !== undefined) totals.add(name, fromTensorFlow(x, `the second derivative of "${name}"`));
    });
  }
  return totals.arrays;
}

function addAll(tf: TensorFlow, [first, ...rest]: readonly Scalar[]): Scalar {
  return rest.reduce((total, x) => tf.add(total, x), first!);
}
