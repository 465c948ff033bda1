import type { Reals } from "../../src/op/domain.ts";
import type { Op } from "../../src/op/op.ts";
import { runProgram } from "../../src/program/run.ts";
import { inputNames, isActive, programOf, stepOf, wrtOf, type Draft } from "../draft.ts";
import { Elements } from "../elements.ts";
import { callOf, formWhere, type Form } from "../samples.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { pointOf, pointOfCall } from "./points.ts";

/** What depends on how an op is connected: what follows it, an input it does not use, one value in two places. */
export function wiring(op: Op): Draft[] {
  return [...squared(op), unused(op), ...twice(op), ...indices(op)];
}

function squared(op: Op): Draft[] {
  if (op.kind === "constant") return [];
  const elements = new Elements("full", op.name, "squared");
  const call = callOf(
    formWhere(op, "squared", () => true)!,
    elements,
  );
  const alone = programOf(call);
  const program = {
    ...alone,
    steps: [...alone.steps, { out: "squared", op: "square", in: ["out"] }],
    outputs: ["squared"],
  };
  const comment = `${op.name}, then squared`;
  return [pointOf({ id: "squared", flags: ["second-order"], comment }, program, call.inputs, wrtOf(call), elements)];
}

function unused(op: Op): Draft {
  const elements = new Elements("full", op.name, "unused-input");
  const call = callOf(
    formWhere(op, "unused-input", () => true)!,
    elements,
  );
  const alone = programOf(call);
  const inputs = { ...call.inputs, unused: elements.direction([2]) };
  const program = { ...alone, inputs: [...alone.inputs, "unused"] };
  const comment = "an input that no step takes";
  return pointOf(
    { id: "unused-input", flags: ["unused-input"], comment },
    program,
    inputs,
    [...wrtOf(call), "unused"],
    elements,
  );
}

/** The same value as the first two inputs. */
function twice(op: Op): Draft[] {
  const form = formWhere(op, "same-input-twice", ({ shapes: [a, b] }) => b !== undefined && a!.join() === b.join());
  if (form === null) return [];
  const [first, second] = form.intervals;
  if (!isActive(op, 0) || !isActive(op, 1) || second === undefined) return [];
  const elements = new Elements("full", op.name, "same-input-twice");
  const both = [intersection(first!, second), ...form.intervals.slice(1)];
  const call = callOf({ ...form, intervals: both }, elements);
  const [name, dropped, ...others] = inputNames(op, form.shapes.length);
  const from = [name!, name!, ...others];
  const { [dropped!]: _, ...inputs } = call.inputs;
  const program = { inputs: Object.keys(inputs), steps: [stepOf(call, from)], outputs: ["out"] };
  const about = { id: "same-input-twice", flags: ["same-input-twice"] as const, comment: "one value in two places" };
  return [
    pointOf(
      about,
      program,
      inputs,
      wrtOf(call).filter((input) => input !== dropped),
      elements,
    ),
  ];
}

function intersection(a: Reals, b: Reals): Reals {
  return { ...a, low: Math.max(a.low, b.low), high: Math.min(a.high, b.high), breaks: a.breaks ?? b.breaks };
}

/** Whole-numbered data, all of it the same, and counted from the end where the op allows that. */
function indices(op: Op): Draft[] {
  const at = op.inputs.findIndex((name, i) => op.face!.domain.inputs[name]!.whole && !isActive(op, i));
  if (at < 0) return [];
  const form = formWhere(op, "indices", ({ shapes, intervals }) => {
    const room = intervals[at]!.high - intervals[at]!.low;
    return room >= 1 && shapes[at]!.length > 0 && shapes[at]![0]! > 1;
  });
  if (form === null) return [];
  return [
    constantIndices(form, at, "repeated-indices", form.intervals[at]!.high),
    ...(accepts(form, at, -1) ? [constantIndices(form, at, "negative-indices", -1)] : []),
  ];
}

function constantIndices(form: Form, at: number, id: "repeated-indices" | "negative-indices", value: number): Draft {
  const elements = new Elements("full", form.op.name, id);
  const call = withConstant(form, at, value, elements);
  return pointOfCall({ id, flags: [id], comment: `every index is ${String(value)}` }, call, elements);
}

/** A call of the form with every element of one input the same. */
export function withConstant(form: Form, at: number, value: number, elements: Elements): ReturnType<typeof callOf> {
  const call = callOf(form, elements);
  const name = inputNames(form.op, form.shapes.length)[at]!;
  const { shape, data } = call.inputs[name]!;
  return {
    ...call,
    inputs: {
      ...call.inputs,
      [name]: new Tensor(
        shape,
        data.map(() => value),
      ),
    },
  };
}

/** Whether an op takes a value in one of its inputs without objecting. */
export function accepts(form: Form, at: number, value: number): boolean {
  const call = withConstant(form, at, value, new Elements("full", "accepts"));
  try {
    runProgram(programOf(call), call.inputs);
    return true;
  } catch {
    return false;
  }
}
