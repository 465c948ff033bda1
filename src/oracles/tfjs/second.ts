import type { Scalar, Tensor } from "@tensorflow/tfjs-core";
import { GradientError } from "../../base/errors.ts";
import { collect } from "../../engine/collect.ts";
import { Variable } from "../../engine/variable.ts";
import { traceVjp } from "../cotangent.ts";
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
 * @throws GradientError where TensorFlow.js finds no connection between the two gradients and there is one.
 */
export function secondDerivatives(tf: TensorFlow, point: Point, request: HvpRequest): Arrays {
  const { program, wrt } = request;
  const totals = new Totals(wrt, point.shapes);
  const ws = wrt.map((name) => point.inputs.get(name)!);
  const along = Object.keys(request.tangents);
  const tangents = new Map(along.map((name) => [name, toTensorFlow(tf, request.tangents[name]!)]));
  const cotangents = completeCotangents(program, point.shapes, request.cotangents);
  for (const [output, g] of Object.entries(cotangents)) {
    const leading = point.leadingTo(output, along);
    if (leading.length === 0 || wrt.length === 0) continue;
    const cotangent = toTensorFlow(tf, g);
    const slope = (): Scalar => {
      const gradients = point.pull(output, leading, cotangent);
      const terms = leading.map((name) => tf.sum<Scalar>(tf.mul(gradients.get(name)!, tangents.get(name)!)));
      return terms.reduce((total, term) => tf.add(total, term));
    };
    // `tf.grads` throws as soon as one input is not connected; this tells which.
    const { grads } = tf.engine().gradients<Scalar>(slope, ws, undefined, true);
    const connected: readonly (Tensor | undefined)[] = grads;
    wrt.forEach((name, i) => {
      const x = connected[i];
      if (x !== undefined) totals.add(name, fromTensorFlow(x, `the second derivative of "${name}"`));
      else checkUnrelated(request, output, cotangents, name, leading);
    });
  }
  return totals.arrays;
}

/**
 * The gradient of a linear program does not depend on its inputs, and there TensorFlow.js is right to find no connection.
 * Whether it is so is read off the rules of our own engine, which say what a gradient is computed from.
 */
function checkUnrelated(
  { program, inputs }: HvpRequest,
  output: string,
  cotangents: Arrays,
  w: string,
  along: readonly string[],
): void {
  const one = { program: { ...program, outputs: [output] }, wrt: [w] };
  const { second } = traceVjp(one, inputs, { [output]: cotangents[output]! }, along);
  const gradient = second.outputs[0];
  if (!(gradient instanceof Variable && collect([gradient], second.leaves).order.includes(gradient))) return;
  throw new GradientError(
    `Cannot compute gradient of y=f(x) with respect to x: TensorFlow.js finds no connection between "${w}" and the gradient of "${output}" with respect to ${along.map((name) => `"${name}"`).join(", ")}`,
  );
}
