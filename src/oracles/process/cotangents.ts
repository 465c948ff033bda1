import { GradientError } from "../../base/errors.ts";
import { formatShape, sizeOf, type Shape } from "../../base/shape.ts";
import type { Program } from "../../program/program.ts";
import { Tensor } from "../../tensor/tensor.ts";
import type { Arrays } from "../engine.ts";

/**
 * The cotangent of every output: those given, or 1 for the one output of one element.
 *
 * @param shapes of the program's values, by name.
 * @throws GradientError where another one is left out.
 */
export function completeCotangents(program: Program, shapes: ReadonlyMap<string, Shape>, given: Arrays = {}): Arrays {
  const missing = program.outputs.filter((name) => !Object.hasOwn(given, name));
  if (missing.length === 0) return Object.fromEntries(program.outputs.map((name) => [name, given[name]!]));
  const only = program.outputs.length === 1 ? program.outputs[0]! : undefined;
  if (only !== undefined && sizeOf(shapes.get(only)!) === 1)
    return { [only]: new Tensor(shapes.get(only)!, Float64Array.of(1)) };
  const wanted = missing.map((name) => `"${name}" of shape ${formatShape(shapes.get(name)!)}`).join(", ");
  throw new GradientError(
    `cotangents: grad can be implicitly created only for scalar outputs; give a cotangent for ${wanted}`,
  );
}
