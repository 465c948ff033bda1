import { sizeOf } from "../../base/shape.ts";
import { zeros, type Tensor } from "../../tensor/tensor.ts";
import type { Arrays, DerivativeRequest, HvpRequest, JacobianRequest, ValueRequest, VjpRequest } from "../engine.ts";
import { completeCotangents } from "../process/cotangents.ts";
import type { TensorFlow } from "./load.ts";
import { higherDerivatives } from "./higher.ts";
import { fromTensorFlow, tidily, toTensorFlow } from "./memory.ts";
import { pointOf, type Point } from "./point.ts";
import { Totals } from "./totals.ts";

/** The outputs. */
export function valueOf(tf: TensorFlow, request: ValueRequest): { outputs: Arrays } {
  return { outputs: outputsOf(pointOf(tf, request), request.program.outputs) };
}

/** The outputs and the gradients, by `tf.grads` with a cotangent (`dy`). */
export function vjpOf(tf: TensorFlow, request: VjpRequest): { outputs: Arrays; gradients: Arrays } {
  const point = pointOf(tf, request);
  return { outputs: outputsOf(point, request.program.outputs), gradients: gradientsOf(tf, point, request) };
}

/** The outputs and their Jacobians, a row at a time: TensorFlow.js has no other way. */
export function jacobianOf(
  tf: TensorFlow,
  request: JacobianRequest,
): { outputs: Arrays; jacobians: Record<string, Arrays> } {
  const point = pointOf(tf, request);
  const outputs = outputsOf(point, request.program.outputs);
  const jacobians = Object.entries(outputs).map(
    ([name, y]) => [name, rowsOf(tf, point, request.wrt, name, y)] as const,
  );
  return { outputs, jacobians: Object.fromEntries(jacobians) };
}

/** The outputs, the gradients and their derivative along tangents. */
export function hvpOf(tf: TensorFlow, request: HvpRequest): { outputs: Arrays; gradients: Arrays; products: Arrays } {
  const point = pointOf(tf, request);
  return {
    outputs: outputsOf(point, request.program.outputs),
    gradients: gradientsOf(tf, point, request),
    products: higherDerivatives(tf, point, { ...request, order: 2 }),
  };
}

/** The outputs, and the derivative of the gradients along tangents, `order` − 1 times. */
export function derivativeOf(tf: TensorFlow, request: DerivativeRequest): { outputs: Arrays; products: Arrays } {
  const point = pointOf(tf, request);
  return {
    outputs: outputsOf(point, request.program.outputs),
    products: request.order === 1 ? gradientsOf(tf, point, request) : higherDerivatives(tf, point, request),
  };
}

function outputsOf(point: Point, names: readonly string[]): Arrays {
  const values = point.run();
  return Object.fromEntries(names.map((name) => [name, fromTensorFlow(values.get(name)!, `output "${name}"`)]));
}

/**
 * `tf.grads` takes one output. With several, the exact way is one pass for each; their gradients are added in float64,
 * so that the sum adds no rounding of ours to the engine's.
 */
function gradientsOf(tf: TensorFlow, point: Point, { program, wrt, cotangents }: VjpRequest): Arrays {
  const totals = new Totals(wrt, point.shapes);
  for (const [output, g] of Object.entries(completeCotangents(program, point.shapes, cotangents))) {
    // TensorFlow.js throws for an input that does not lead to the output; its gradient is zero.
    const leading = point.leadingTo(output, wrt);
    if (leading.length === 0) continue;
    const gradients = point.pull(output, leading, toTensorFlow(tf, g));
    for (const [name, x] of gradients) totals.add(name, fromTensorFlow(x, `the gradient of "${name}"`));
  }
  return totals.arrays;
}

function rowsOf(tf: TensorFlow, point: Point, wrt: readonly string[], output: string, { shape }: Tensor): Arrays {
  const count = sizeOf(shape);
  const jacobian = Object.fromEntries(wrt.map((name) => [name, zeros([...shape, ...point.shapes.get(name)!])]));
  const leading = point.leadingTo(output, wrt);
  for (let row = 0; row < (leading.length === 0 ? 0 : count); row++) {
    const oneHot = new Float64Array(count);
    oneHot[row] = 1;
    tidily(tf, () => {
      const gradients = point.pull(output, leading, toTensorFlow(tf, { shape, data: oneHot }));
      for (const [name, x] of gradients) {
        const { data } = fromTensorFlow(x, `the gradient of "${name}"`);
        jacobian[name]!.data.set(data, row * data.length);
      }
    });
  }
  return jacobian;
}
