import type { Case } from "../checks/case.ts";
import { judge } from "../checks/judge.ts";
import type { Kind } from "../checks/kinds.ts";
import type { Law } from "../checks/law.ts";
import { Reference, Subject } from "../checks/subject.ts";
import { valueOf } from "../engine/variable.ts";
import type { Engine } from "../oracles/engine.ts";
import { opNamed, type Step } from "../program/program.ts";
import { runProgram } from "../program/run.ts";
import { Tensor } from "../tensor/tensor.ts";
import { PROGRAMS } from "./plan.ts";
import { ramp } from "./smaller.ts";

/** The op that a failure is put down to, and the case that shows it. */
export interface Blamed {
  readonly op: string;
  readonly case: Case;
}

/**
 * Finds the op behind a failing program, by running each step alone on what it gets there, and then squared: a second
 * derivative that is missing where an op stands alone may be silently left out where another op follows. The first step
 * that fails in the same way is to blame, and so run it is the smaller case. Else the first that fails in any way is, and
 * the program stays the case. Where every step alone is right, the op is `program`.
 */
export async function blame(kind: Kind, engine: Engine, law: Law, c: Case): Promise<Blamed> {
  const { steps, outputs } = c.program;
  // An output that is an input is no step's.
  if (steps.length === 1 && outputs.every((name) => name === steps[0]!.out)) return { op: steps[0]!.op, case: c };
  const values = new Map(Object.entries(c.inputs));
  let suspect: Blamed | null = null;
  for (const step of steps) {
    const alone = caseOf([step], values);
    for (const smaller of [alone, caseOf([step, { out: "squared", op: "square", in: [step.out] }], values)]) {
      const failure = (await judge(law, new Subject(engine, new Reference(smaller)))).kind;
      if (failure === kind && steps.length > smaller.program.steps.length) return { op: step.op, case: smaller };
      if (failure !== null) suspect ??= { op: step.op, case: c };
    }
    values.set(step.out, toFloat32(valueOf(runProgram(alone.program, alone.inputs)[0]!)));
  }
  return suspect ?? { op: PROGRAMS, case: c };
}

/** A case of a step on its values, and of what follows it. */
function caseOf(steps: readonly [Step, ...Step[]], values: ReadonlyMap<string, Tensor>): Case {
  const [step] = steps;
  const names = [...new Set(step.in)];
  const inputs = Object.fromEntries(names.map((name) => [name, values.get(name)!]));
  const output = steps.at(-1)!.out;
  const program = { inputs: names, steps, outputs: [output] };
  const out = valueOf(runProgram(program, inputs)[0]!);
  const { active, kind } = opNamed(step.op);
  // What is an index or a condition in any place is not differentiated.
  const wrt = names.filter((name) =>
    step.in.every((n, i) => n !== name || kind === "constant" || active[Math.min(i, active.length - 1)] === true),
  );
  return {
    program,
    inputs,
    wrt,
    cotangents: { [output]: ramp(out.shape) },
    tangents: Object.fromEntries(wrt.map((name) => [name, ramp(inputs[name]!.shape)])),
  };
}

function toFloat32(x: Tensor): Tensor {
  return new Tensor(x.shape, x.data.map(Math.fround));
}
