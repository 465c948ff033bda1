import type { Case } from "../../src/checks/case.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import { inferShapes, type Program } from "../../src/program/program.ts";
import { reals, type Draw } from "../../src/op/domain.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { drawElements } from "./elements.ts";

/** Completes a case: draws a cotangent for each output and a tangent for each differentiated input. */
export function directed(draw: Draw, program: Program, inputs: Arrays, wrt: readonly string[]): Case {
  const shapes = inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
  const direction = (name: string): [string, Tensor] => [name, drawElements(draw, shapes.get(name)!, reals(-2, 2))];
  return {
    program,
    inputs,
    wrt,
    cotangents: Object.fromEntries(program.outputs.map(direction)),
    tangents: Object.fromEntries(wrt.map(direction)),
  };
}
