import { z } from "zod";
import { InputError, UnsupportedError } from "../base/errors.ts";
import { didYouMean } from "../base/nearest.ts";
import type { Shape } from "../base/shape.ts";
import { resolveAttrs } from "../op/attrs.ts";
import { erased } from "../op/erased.ts";
import type { Op } from "../op/op.ts";
import { checkCount } from "../op/taken.ts";
import * as entries from "../ops/index.ts";

/** One step of a program: an op applied to named values. */
export interface Step {
  readonly out: string;
  readonly op: string;
  readonly in: readonly string[];
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A straight-line composition of ops, as data (CONTRACT.md, "Program"). */
export interface Program {
  readonly inputs: readonly string[];
  readonly steps: readonly Step[];
  readonly outputs: readonly string[];
}

const stepSchema: z.ZodType<Step> = z.strictObject({
  out: z.string().min(1),
  op: z.string(),
  in: z.array(z.string()),
  attrs: z.record(z.string(), z.unknown()).exactOptional(),
});

/** The form of a program; what names mean in it is checked by {@link parseProgram}. */
export const programSchema: z.ZodType<Program> = z.strictObject({
  inputs: z.array(z.string().min(1)),
  steps: z.array(stepSchema),
  outputs: z.array(z.string()).min(1),
});

const table: ReadonlyMap<string, Op> = new Map(Object.values(entries).map((op) => [op.name, erased(op)]));

/** Every public op, sorted by name. */
export const allOps: readonly Op[] = [...table.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));

/**
 * The op of a name.
 *
 * @throws UnsupportedError naming the nearest one.
 */
export function opNamed(name: string, where: string = "ops"): Op {
  const op = table.get(name);
  if (op === undefined) throw new UnsupportedError(`${where}: no op "${name}"; ${didYouMean(name, [...table.keys()])}`);
  return op;
}

/** The attributes of a step, complete. */
export function attrsOf(step: Step): object {
  return resolveAttrs(step.op, opNamed(step.op).attrs, step.attrs ?? {});
}

/**
 * Reads a program from JSON and checks it: form, known ops, attributes, numbers of inputs, every name defined once and
 * before its use.
 *
 * @throws InputError (UnsupportedError for an unknown op) naming the place.
 */
export function parseProgram(json: unknown, where: string = "program"): Program {
  const parsed = programSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new InputError(`${[where, ...issue.path.map(String)].join(".")}: ${issue.message}`);
  }
  const program = parsed.data;
  const defined = new Set<string>();
  const define = (name: string, at: string): void => {
    if (defined.has(name)) throw new InputError(`${at}: "${name}" is defined twice; every name is defined once`);
    defined.add(name);
  };
  const use = (name: string, at: string): void => {
    if (defined.has(name)) return;
    const later = program.steps.some((step) => step.out === name);
    throw new InputError(
      `${at}: "${name}" is ${later ? "used before the step that defines it" : `not defined; ${didYouMean(name, [...defined])}`}`,
    );
  };
  program.inputs.forEach((name, i) => {
    define(name, `${where}.inputs.${String(i)}`);
  });
  program.steps.forEach((step, i) => {
    const at = `${where}.steps.${String(i)}`;
    const op = opNamed(step.op, `${at}.op`);
    checkCount(`${at}.in: ${op.name} takes`, op, attrsOf(step), step.in.length);
    for (const name of step.in) use(name, `${at}.in`);
    define(step.out, `${at}.out`);
  });
  program.outputs.forEach((name, i) => {
    use(name, `${where}.outputs`);
    if (program.outputs.indexOf(name) !== i) throw new InputError(`${where}.outputs: "${name}" is named twice`);
  });
  return program;
}

/** `base`, or that with a number, as a name that the program does not have. */
export function freshName({ inputs, steps }: Program, base: string): string {
  const taken = new Set([...inputs, ...steps.map(({ out }) => out)]);
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base}${String(n)}`;
  return name;
}

/**
 * The shape of every value of a program, by name.
 *
 * @throws ShapeError naming the step whose inputs do not fit; InputError for an input without a shape.
 */
export function inferShapes(program: Program, inputs: Readonly<Record<string, Shape>>): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const name of program.inputs) {
    if (!Object.hasOwn(inputs, name)) throw new InputError(`inputs: "${name}" is missing; the program takes it`);
    shapes.set(name, inputs[name]!);
  }
  for (const step of program.steps) {
    const op = opNamed(step.op);
    const attrs = attrsOf(step);
    checkCount(`${op.name} takes`, op, attrs, step.in.length);
    const own = step.in.map((name) => shapes.get(name)!);
    shapes.set(step.out, op.shape(own, attrs));
  }
  return shapes;
}
