import type { Program } from "../../program.ts";
import { connectionsOf } from "../connections.ts";
import type { Printable } from "../printable.ts";
import type { Question } from "./question.ts";

/**
 * The part of a case that a question is about. It leaves out the outputs with a cotangent of zero, the steps and inputs that do not lead to the others, and the tangents of
 * zero. Where all are zero, they stay.
 */
export function partOf(c: Printable, { order, of, full = false }: Question): Printable {
  if (order === 0) return { ...c, program: leadingTo([of], c.program), wrt: [] };
  const behind = connectionsOf(c.program, true);
  const leads = (name: string): boolean => c.program.outputs.some((output) => behind.get(output)!.has(name));
  const { cotangents = {}, tangents = {} } = c;
  const given = Object.keys(tangents).filter(leads);
  const moving = given.filter((name) => isNonzero(tangents[name]));
  const still = given.includes(of) ? [of] : given;
  const along = order === 1 ? [] : full ? given : moving.length > 0 ? moving : still;
  const counts = (output: string): boolean => c.cotangents === undefined || isNonzero(cotangents[output]);
  const depends = (output: string): boolean =>
    [[of], along].every((names) => names.length === 0 || names.some((name) => behind.get(output)!.has(name)));
  const telling = c.program.outputs.filter(depends);
  const outputs = [telling.filter(counts), telling, c.program.outputs].find(({ length }) => length > 0)!;
  const program = leadingTo(outputs, c.program);
  const used = new Set([...program.inputs, of, ...along]);
  return {
    ...c,
    program: { ...program, inputs: c.program.inputs.filter((name) => used.has(name)) },
    wrt: [of],
    tangents: Object.fromEntries(Object.entries(tangents).filter(([name]) => along.includes(name))),
  };
}

function isNonzero(x: Printable["inputs"][string] | undefined): boolean {
  return x?.data.some((value) => value !== 0) ?? false;
}

/** The steps and inputs that some values are computed from. */
function leadingTo(outputs: readonly string[], program: Program): Program {
  const used = new Set(outputs);
  const steps = program.steps.toReversed().filter((step) => {
    if (used.has(step.out)) for (const name of step.in) used.add(name);
    return used.has(step.out);
  });
  return { inputs: program.inputs.filter((name) => used.has(name)), steps: steps.toReversed(), outputs };
}
