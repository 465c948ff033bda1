import { CotangentError } from "../../base/errors.ts";
import { mapArrays } from "../../checks/arrays.ts";
import type { Case } from "../../checks/case.ts";
import type { Attr } from "../../op/attrs.ts";
import { derivativeOfProgram, valueOfProgram } from "../../oracles/cotangent.ts";
import type { Arrays } from "../../oracles/engine.ts";
import { attrsOf, inferShapes, opNamed } from "../../program/program.ts";
import { isNear, type Answered, type Fit } from "./fit.ts";

/** The right answer to another question: with the cotangent ignored, or with another value of an attribute. */
export const otherCall: Fit = (answered) => {
  const { case: c, order } = answered;
  if (order > 0 && answers(answered, { ...c, cotangents: mapArrays(c.cotangents, () => 1) }))
    return "it is right for a cotangent of ones: the cotangent is ignored";
  const [step, ...others] = c.program.steps;
  if (step === undefined || others.length > 0) return null;
  const given = attrsOf(step) as Readonly<Record<string, unknown>>;
  for (const [name, { values = [] }] of Object.entries(
    opNamed(step.op).attrs as Readonly<Record<string, Attr<unknown>>>,
  ))
    for (const value of values) {
      if (value === given[name]) continue;
      const program = { ...c.program, steps: [{ ...step, attrs: { ...step.attrs, [name]: value } }] };
      if (answers(answered, { ...c, program }))
        return `it is right for ${name}: ${JSON.stringify(value)}, not ${JSON.stringify(given[name])}`;
    }
  return null;
};

/** Whether the answer is the right one to another question, which is not the right one to this. */
function answers(answered: Answered, other: Case): boolean {
  try {
    const shapes = Object.entries(other.inputs).map(([name, { shape }]) => [name, shape] as const);
    inferShapes(other.program, Object.fromEntries(shapes));
    const x = answerTo(other, answered.order)[answered.name];
    return (
      x !== undefined &&
      x.data.length === answered.got.data.length &&
      !x.data.every((v, i) => v === answered.want.data[i]) &&
      isNear(answered, x.data)
    );
  } catch (error) {
    if (error instanceof CotangentError) return false;
    throw error;
  }
}

function answerTo(c: Case, order: number): Arrays {
  return order === 0 ? valueOfProgram(c) : derivativeOfProgram({ ...c, order }).products;
}
