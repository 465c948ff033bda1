import type { Tensor } from "@tensorflow/tfjs-core";
import type { Arrays, Effects, VjpRequest } from "../engine.ts";
import { completeCotangents } from "../process/cotangents.ts";
import type { TensorFlow } from "./load.ts";
import { fromTensorFlow, toTensorFlow } from "./memory.ts";
import { pointOf, type Tensors } from "./point.ts";

/**
 * What `tf.grads` leaves behind: what becomes of the tensors that it is given, and what stays in memory with its results
 * disposed. It tidies up after itself by its documentation, what ops save for their gradients included. It is run twice, and
 * counted the second time: what a backend keeps from the first is its own.
 */
export function effectsOf(tf: TensorFlow, request: VjpRequest): Effects {
  const { program, wrt } = request;
  const point = pointOf(tf, request);
  const given = completeCotangents(program, point.shapes, request.cotangents);
  const cotangents: Tensors = new Map(Object.entries(given).map(([name, g]) => [name, toTensorFlow(tf, g)]));
  const run = (): void => {
    for (const [output, g] of cotangents) {
      const leading = point.leadingTo(output, wrt);
      if (leading.length === 0) continue;
      for (const gradient of point.pull(output, leading, g).values()) release(gradient, [point.inputs, cotangents]);
    }
  };
  run();
  const before = count(tf);
  // What is gone already cannot be given again.
  if (![...point.inputs.values(), ...cotangents.values()].some((x) => x.isDisposed)) run();
  const after = count(tf);
  return {
    inputs: remaining(point.inputs),
    cotangents: remaining(cotangents),
    tensors: after.tensors - before.tensors,
    buffers: after.buffers - before.buffers,
  };
}

/** Disposes a result, unless an op handed on what it was given. */
function release(result: Tensor, given: readonly Tensors[]): void {
  if (!given.some((tensors) => [...tensors.values()].includes(result)) && !result.isDisposed) result.dispose();
}

function count(tf: TensorFlow): { readonly tensors: number; readonly buffers: number } {
  return { tensors: tf.memory().numTensors, buffers: tf.backend().numDataIds() };
}

function remaining(tensors: Tensors): Arrays {
  return Object.fromEntries(
    [...tensors].flatMap(([name, x]) => (x.isDisposed ? [] : [[name, fromTensorFlow(x, `"${name}"`)]])),
  );
}
