import { InputError } from "../base/errors.ts";
import type { Value } from "../engine/variable.ts";
import { kit } from "../transforms/kit.ts";
import { attrsOf, opNamed, type Program } from "./program.ts";

/**
 * Runs a program on our engine.
 *
 * @param inputs tensors or variables, by name.
 * @returns the outputs in the order of `program.outputs`.
 */
export function runProgram(program: Program, inputs: Readonly<Record<string, Value>>): Value[] {
  const values = new Map<string, Value>();
  for (const name of program.inputs) {
    if (!Object.hasOwn(inputs, name)) throw new InputError(`inputs: "${name}" is missing; the program takes it`);
    values.set(name, inputs[name]!);
  }
  for (const step of program.steps)
    values.set(
      step.out,
      kit.apply(
        opNamed(step.op),
        step.in.map((name) => values.get(name)!),
        attrsOf(step),
      ),
    );
  return program.outputs.map((name) => values.get(name)!);
}
