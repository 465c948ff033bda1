import type { Arithmetic } from "../oracles/arithmetic.ts";
import type { Arrays } from "../oracles/engine.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { noiseOf, roundingBounds } from "./budget.ts";
import { derivativeTask, jvpTask, valueTask, vjpTask, type Point, type Task } from "./tasks.ts";

/** How far a correct engine may be from the true results of a task. */
export function boundsOf({ arrays, names, ways, derivative }: Task, arithmetic: Arithmetic): Arrays {
  return named(names, roundingBounds(ways, arrays, arithmetic, derivative));
}

/** How far a correct engine may be from the true outputs. */
export function valueBounds(at: Point, arithmetic: Arithmetic): Arrays {
  return boundsOf(valueTask(at), arithmetic);
}

/** The noise of the outputs in float64: what finite differences of them reckon with. */
export function valueNoise(at: Omit<Point, "wrt">): Arrays {
  return noise(valueTask(at), at.inputs);
}

/** How far a correct engine may be from the true gradients for these cotangents. */
export function vjpBounds(at: Point, cotangents: Arrays, arithmetic: Arithmetic): Arrays {
  return boundsOf(vjpTask(at, cotangents), arithmetic);
}

/** The noise in float64 of the gradients, or of their derivative along tangents from order 2 on. */
export function derivativeNoise(at: Point, cotangents: Arrays, tangents: Arrays, order: number): Arrays {
  return noise(derivativeTask(at, cotangents, tangents, order), at.inputs);
}

/** How far a correct engine may be from the true tangents of the outputs. */
export function jvpBounds(at: Point, tangents: Arrays, arithmetic: Arithmetic): Arrays {
  return boundsOf(jvpTask(at, tangents), arithmetic);
}

/** How far a correct engine may be from the true derivative of the gradients along tangents. */
export function hvpBounds(at: Point, cotangents: Arrays, tangents: Arrays, arithmetic: Arithmetic): Arrays {
  return derivativeBounds(at, cotangents, tangents, 2, arithmetic);
}

/** The same where it is taken `order` − 1 times. */
export function derivativeBounds(
  at: Point,
  cotangents: Arrays,
  tangents: Arrays,
  order: number,
  arithmetic: Arithmetic,
): Arrays {
  return boundsOf(derivativeTask(at, cotangents, tangents, order), arithmetic);
}

/** The noise of a task whose other arrays than the inputs are held. */
function noise({ arrays, names, ways: [compute] }: Task, inputs: Arrays): Arrays {
  const given = Object.values(inputs);
  return named(
    names,
    noiseOf((...leaves) => compute(...leaves, ...arrays.slice(given.length)), given),
  );
}

function named(names: readonly string[], tensors: readonly Tensor[]): Arrays {
  return Object.fromEntries(names.map((name, i) => [name, tensors[i]!]));
}
