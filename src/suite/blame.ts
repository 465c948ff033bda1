import type { Case } from "../checks/case.ts";
import type { FindingKind } from "../checks/judge.ts";
import type { Law } from "../checks/law.ts";
import { valueOf } from "../engine/variable.ts";
import type { Engine } from "../oracles/engine.ts";
import { opNamed, type Step } from "../program/program.ts";
import { runProgram } from "../program/run.ts";
import { Tensor } from "../tensor/tensor.ts";
import { failsWith } from "./shrink.ts";

/**
 * The first step of a program that fails in the same way when it runs alone on what it gets there, as a case of its
 * own; null where each step alone is right.
 */
export async function blame(kind: FindingKind, engine: Engine, law: Law, c: Case): Promise<Case | null> {
  const values = new Map(Object.entries(c.inputs));
  for (const step of c.program.steps) {
    const alone = aloneCase(step, values);
    if (c.program.steps.length > 1 && (await failsWith(kind, engine, law, alone))) return alone;
    const run = { inputs: alone.program.inputs, steps: [step], outputs: [step.out] };
    values.set(step.out, toFloat32(valueOf(runProgram(run, alone.inputs)[0]!)));
  }
  return null;
}

function aloneCase(step: Step, values: ReadonlyMap<string, Tensor>): Case {
  const names = [...new Set(step.in)];
  const inputs = Object.fromEntries(names.map((name) => [name, values.get(name)!]));
  const program = { inputs: names, steps: [step], outputs: [step.out] };
  const out = valueOf(runProgram(program, inputs)[0]!);
  const { active, kind } = opNamed(step.op);
  const wrt = names.filter((name) =>
    step.in.some((n, i) => n === name && (kind === "constant" || active[Math.min(i, active.length - 1)] === true)),
  );
  return {
    program,
    inputs,
    wrt,
    cotangents: { [step.out]: ramp(out) },
    tangents: Object.fromEntries(wrt.map((name) => [name, ramp(inputs[name]!)])),
  };
}

/** Unequal numbers of float32 that are not zero, one of each element. */
function ramp(like: Tensor): Tensor {
  return new Tensor(
    like.shape,
    like.data.map((_, i) => ((i * 3) % 7) / 4 - 0.875),
  );
}

function toFloat32(x: Tensor): Tensor {
  return new Tensor(x.shape, x.data.map(Math.fround));
}
