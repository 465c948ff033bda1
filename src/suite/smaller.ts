import { sizeOf, type Shape } from "../base/shape.ts";
import { CotangentError } from "../base/errors.ts";
import type { Case } from "../checks/case.ts";
import { valueOf } from "../engine/variable.ts";
import type { Arrays } from "../oracles/engine.ts";
import { inputsBehind } from "../program/paths.ts";
import { inferShapes, type Program, type Step } from "../program/program.ts";
import { runProgram } from "../program/run.ts";
import { Tensor } from "../tensor/tensor.ts";

/**
 * Ways to make a case smaller, those that take most away first: fewer outputs and steps, fewer inputs that are
 * differentiated, attributes left out, smaller shapes. Each gives well-formed cases, one change in each.
 */
export const waysToShorten: readonly ((c: Case) => Generator<Case>)[] = [shorter, fewer, plainer, narrower];

/** Programs that end earlier, begin later, or have one output. */
function* shorter(c: Case): Generator<Case> {
  const { steps, outputs } = c.program;
  if (steps.length > 1) for (const step of steps.slice(0, -1)) yield* pruned(c, steps, [step.out]);
  if (outputs.length > 1) for (const output of outputs) yield* pruned(c, steps, [output]);
  if (outputs.length > 1) for (const step of steps) yield* endedBefore(c, step);
  if (steps.length > 1) for (const step of steps) yield* begunAfter(c, step);
}

/** The program with what a step is computed from as an output in place of its result. */
function* endedBefore(c: Case, step: Step): Generator<Case> {
  const { steps, outputs } = c.program;
  if (!outputs.includes(step.out)) return;
  const made = steps.map(({ out }) => out).filter((name) => step.in.includes(name) && !outputs.includes(name));
  for (const name of made)
    yield* pruned(
      c,
      steps,
      outputs.map((output) => (output === step.out ? name : output)),
    );
}

/** The program with the result of a step as an input. */
function* begunAfter(c: Case, step: Step): Generator<Case> {
  const rest = c.program.steps.filter((other) => other !== step);
  const { program, inputs, wrt } = c;
  const value = valueOf(runProgram({ ...program, outputs: [step.out] }, inputs)[0]!);
  const held = new Tensor(value.shape, value.data.map(Math.fround));
  // It is differentiated where what it was computed from was.
  const moves = wrt.some((name) => inputsBehind(program).get(step.out)!.has(name));
  yield* pruned(
    {
      ...c,
      program: { ...program, inputs: [...program.inputs, step.out] },
      inputs: { ...inputs, [step.out]: held },
      wrt: moves ? [...wrt, step.out] : wrt,
      tangents: moves ? { ...c.tangents, [step.out]: ramp(held.shape) } : c.tangents,
    },
    rest,
    program.outputs,
  );
}

/** The case with what leads to these outputs alone. */
function* pruned(c: Case, steps: readonly Step[], outputs: readonly string[]): Generator<Case> {
  const needed = new Set(outputs);
  for (const step of steps.toReversed()) if (needed.has(step.out)) for (const name of step.in) needed.add(name);
  const kept = steps.filter(({ out }) => needed.has(out));
  const names = c.program.inputs.filter((name) => needed.has(name));
  const wrt = c.wrt.filter((name) => needed.has(name));
  if (kept.length === 0 || wrt.length === 0) return;
  yield* wellFormed(c, {
    program: { inputs: names, steps: kept, outputs },
    inputs: Object.fromEntries(names.map((name) => [name, c.inputs[name]!])),
    wrt,
  });
}

/** Fewer inputs that are differentiated. */
function* fewer(c: Case): Generator<Case> {
  if (c.wrt.length < 2) return;
  for (const name of c.wrt)
    yield { ...c, wrt: c.wrt.filter((other) => other !== name), tangents: without(c.tangents, name) };
}

/** Attributes that are left out, one at a time. */
function* plainer(c: Case): Generator<Case> {
  for (const [place, step] of c.program.steps.entries())
    for (const name of Object.keys(step.attrs ?? {})) {
      const attrs = without(step.attrs!, name);
      const steps = c.program.steps.with(place, { ...step, attrs });
      yield* wellFormed(c, { ...c, program: { ...c.program, steps } });
    }
}

/** Dimensions cut to 1 or 2, or by one; the same in every input that has as many, or in one alone; and whole dimensions left out. */
function* narrower(c: Case): Generator<Case> {
  const sizes = [...new Set(Object.values(c.inputs).flatMap(({ shape }) => shape))].filter((d) => d > 1);
  for (const size of sizes.toSorted((a, b) => b - a))
    for (const to of new Set([1, 2, size - 1].filter((d) => d < size)))
      yield* cutTo(c, (shape) => shape.map((d) => (d === size ? to : d)));
  for (const name of c.program.inputs)
    for (const [axis, size] of c.inputs[name]!.shape.entries())
      for (const to of new Set([1, 2, size - 1].filter((d) => d > 0 && d < size)))
        yield* cutTo(c, (shape, other) => (other === name ? shape.with(axis, to) : shape));
  const rank = Math.max(0, ...Object.values(c.inputs).map(({ shape }) => shape.length));
  for (let axis = 0; axis < rank; axis++)
    yield* cutTo(c, (shape) => (shape[axis] === 1 ? shape.toSpliced(axis, 1) : shape));
}

function* cutTo(c: Case, shapeOf: (shape: Shape, name: string) => Shape): Generator<Case> {
  const inputs: Record<string, Tensor> = {};
  let same = true;
  for (const [name, x] of Object.entries(c.inputs)) {
    const shape = shapeOf(x.shape, name);
    same &&= shape.join() === x.shape.join();
    inputs[name] = cut(x, shape);
  }
  if (!same) yield* wellFormed(c, { ...c, inputs });
}

/** The first elements along each dimension; where there are fewer dimensions, the elements as they come. */
function cut(x: Tensor, shape: Shape): Tensor {
  if (shape.length !== x.shape.length) return new Tensor(shape, x.data.slice(0, sizeOf(shape)));
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, place) => {
    let [rest, at, stride] = [place, 0, 1];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += (rest % shape[axis]!) * stride;
      rest = Math.floor(rest / shape[axis]!);
      stride *= x.shape[axis]!;
    }
    return x.data[at]!;
  });
  return new Tensor(shape, data);
}

/** The case with directions that fit it, where the ops take its shapes and attributes. */
function* wellFormed(
  before: Case,
  { program, inputs, wrt }: Pick<Case, "program" | "inputs" | "wrt">,
): Generator<Case> {
  let shapes: ReadonlyMap<string, Shape>;
  try {
    shapes = inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
    runProgram(program, inputs);
  } catch (error) {
    if (error instanceof CotangentError) return;
    throw error;
  }
  yield {
    program: programOf(program),
    inputs,
    wrt,
    cotangents: fitting(before.cotangents, program.outputs, shapes),
    tangents: fitting(before.tangents, wrt, shapes),
  };
}

/** A program whose steps have no empty attributes. */
function programOf(program: Program): Program {
  const steps = program.steps.map(({ out, op, in: inputs, attrs }) => ({
    out,
    op,
    in: inputs,
    ...(attrs === undefined || Object.keys(attrs).length === 0 ? {} : { attrs }),
  }));
  return { ...program, steps };
}

/** Directions of these names and shapes: those there are, where they fit. */
function fitting(before: Arrays, names: readonly string[], shapes: ReadonlyMap<string, Shape>): Arrays {
  return Object.fromEntries(
    names.map((name) => {
      const shape = shapes.get(name)!;
      const own = before[name];
      return [name, own !== undefined && own.shape.join() === shape.join() ? own : ramp(shape)];
    }),
  );
}

/** Unequal numbers of float32 that are not zero, one of each element. */
export function ramp(shape: Shape): Tensor {
  return new Tensor(
    shape,
    Float64Array.from({ length: sizeOf(shape) }, (_, i) => ((i * 3) % 7) / 4 - 0.875),
  );
}

function without<T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([other]) => other !== name));
}
