import type { Program } from "../src/program/program.ts";

/** A program as a person would write it: one line a step. */
export function programText(program: Program): string {
  const steps = program.steps.map(({ out, op, in: inputs, attrs }) => {
    const named = Object.entries(attrs ?? {}).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return `${out} = ${op}(${[...inputs, ...named].join(", ")})`;
  });
  return [`inputs ${program.inputs.join(", ") || "(none)"}`, ...steps, `outputs ${program.outputs.join(", ")}`].join(
    "\n",
  );
}
