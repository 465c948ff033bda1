import type { Tensor } from "../../tensor/tensor.ts";
import type { Program } from "../../program/program.ts";
import { vjpOfProgram } from "../../oracles/cotangent.ts";
import { isNear, type Answered, type Fit } from "./fit.ts";

/** Part of what should be added up: one of the places where an input is used, or some of its entries. */
export const parts: Fit = (answered) => {
  const { got, want, case: c, name, order } = answered;
  const wrong = [...got.data.keys()].filter((i) => !isNearAt(answered, i));
  if (order === 1)
    for (const [use, program] of separated(c.program, name)) {
      const gradients = gradientsOf(answered, program, use);
      if (gradients !== null && isNear(answered, gradients.data)) return `only one of the uses of "${name}" counts`;
    }
  if (wrong.some((i) => !Number.isFinite(got.data[i]!) && want.data[i] === 0))
    return "it is not finite where 0 is right, as where 0 is multiplied by infinity";
  if (wrong.every((i) => got.data[i] === 0) && wrong.length < got.data.length)
    return `${counted(wrong.length, got.data.length)} are 0 that should not be`;
  if (wrong.length < got.data.length) return `${counted(wrong.length, got.data.length)} are wrong`;
  return null;
};

function isNearAt({ got, want, bounds }: Answered, i: number): boolean {
  return got.data[i] === want.data[i] || Math.abs(got.data[i]! - want.data[i]!) <= bounds.data[i]!;
}

function counted(wrong: number, all: number): string {
  return `${String(wrong)} of ${String(all)} entries`;
}

/** The program with one use of an input as an input of its own, for each use, where there are several. */
function separated(program: Program, name: string): [use: string, program: Program][] {
  const uses = program.steps.flatMap((step, s) => step.in.flatMap((input, i) => (input === name ? [{ s, i }] : [])));
  if (uses.length < 2) return [];
  return uses.map(({ s, i }) => {
    const use = `${name} alone`;
    const step = program.steps[s]!;
    const steps = program.steps.with(s, { ...step, in: step.in.with(i, use) });
    return [use, { ...program, inputs: [...program.inputs, use], steps }];
  });
}

function gradientsOf({ case: c, name }: Answered, program: Program, use: string): Tensor | null {
  const inputs = { ...c.inputs, [use]: c.inputs[name]! };
  return vjpOfProgram({ program, inputs, wrt: [use], cotangents: c.cotangents }).gradients[use] ?? null;
}
