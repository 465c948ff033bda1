import { CotangentError } from "../base/errors.ts";
import type { Case } from "../checks/case.ts";
import { judge } from "../checks/judge.ts";
import type { Law } from "../checks/law.ts";
import { Reference, Subject } from "../checks/subject.ts";
import type { Attr } from "../op/attrs.ts";
import type { Engine } from "../oracles/engine.ts";
import { attrsOf, inferShapes, opNamed, type Step } from "../program/program.ts";

/**
 * The facts about attributes without which a failure of one op is none: with another value, and all else as it is, the law
 * holds. They are found by flipping the attributes one at a time.
 */
export async function matteringFacts(engine: Engine, law: Law, c: Case): Promise<readonly string[]> {
  const [step, ...others] = c.program.steps;
  if (step === undefined || others.length > 0) return [];
  const mattering: string[] = [];
  for (const [name, attr] of Object.entries(opNamed(step.op).attrs as Readonly<Record<string, Attr<unknown>>>)) {
    // Which of many numbers it is matters less than what the cases that fail have in common.
    const fact = attr.values !== undefined ? name : attr.fallback === null ? `${name} given` : null;
    if (fact === null) continue;
    for (const value of flips(attr, (attrsOf(step) as Readonly<Record<string, unknown>>)[name])) {
      const flipped = withAttr(c, step, name, value);
      if (flipped === null) continue;
      const { verdict } = await judge(law, new Subject(engine, new Reference(flipped)));
      if (verdict !== "agree") continue;
      mattering.push(fact);
      break;
    }
  }
  return mattering;
}

function flips(attr: Attr<unknown>, value: unknown): readonly unknown[] {
  const candidates = attr.values ?? [null];
  return candidates.filter((other) => JSON.stringify(other) !== JSON.stringify(value) && attr.accepts(other));
}

/** The case with another value of an attribute, where the op takes it and the result is of the same shape. */
function withAttr(c: Case, step: Step, name: string, value: unknown): Case | null {
  const program = { ...c.program, steps: [{ ...step, attrs: { ...step.attrs, [name]: value } }] };
  const shapes = Object.fromEntries(Object.entries(c.inputs).map(([input, x]) => [input, x.shape]));
  try {
    const out = inferShapes(program, shapes).get(step.out)!;
    return out.join() === c.cotangents[step.out]?.shape.join() ? { ...c, program } : null;
  } catch (error) {
    if (error instanceof CotangentError) return null;
    throw error;
  }
}
