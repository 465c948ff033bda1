import type { Tensor } from "@tensorflow/tfjs-core";
import type { Shape } from "../../base/shape.ts";
import { inferShapes } from "../../program/program.ts";
import type { ValueRequest } from "../engine.ts";
import { graphOf } from "./graph.ts";
import type { TensorFlow } from "./load.ts";
import { toTensorFlow } from "./memory.ts";
import { inputsBehind } from "../../program/paths.ts";

/** Tensors by name. */
export type Tensors = ReadonlyMap<string, Tensor>;

/** A program at its inputs, ready to be run and differentiated by TensorFlow.js. */
export interface Point {
  readonly inputs: Tensors;
  readonly shapes: ReadonlyMap<string, Shape>;
  /** All values. */
  run(): Tensors;
  /** Those of `names` that lead to a value. */
  leadingTo(value: string, names: readonly string[]): readonly string[];
  /** The products of a cotangent with the derivative of a value, for each of `wrt`, all of which lead to it. */
  pull(value: string, wrt: readonly string[], cotangent: Tensor): Tensors;
}

/** Prepares a request. To be called inside of `tidily`. */
export function pointOf(tf: TensorFlow, { program, inputs: given }: ValueRequest): Point {
  const shapesOfInputs = Object.fromEntries(Object.entries(given).map(([name, x]) => [name, x.shape]));
  const shapes = inferShapes(program, shapesOfInputs);
  const graph = graphOf(tf, program, shapes);
  const behind = inputsBehind(program);
  const inputs: Tensors = new Map(program.inputs.map((name) => [name, toTensorFlow(tf, given[name]!)]));
  return {
    inputs,
    shapes,
    run: () => graph(inputs),
    leadingTo: (value, names) => names.filter((name) => behind.get(value)!.has(name)),
    pull: (value, wrt, cotangent) => {
      const at = wrt.map((name) => inputs.get(name)!);
      const f = (...xs: Tensor[]): Tensor =>
        graph(new Map([...inputs, ...wrt.map((name, i) => [name, xs[i]!] as const)])).get(value)!;
      const gradients = tf.grads(f)(at, cotangent);
      return new Map(wrt.map((name, i) => [name, gradients[i]!]));
    },
  };
}
