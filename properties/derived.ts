import { CotangentError, ResultError } from "../src/base/errors.ts";
import { formatShape, sameShape } from "../src/base/shape.ts";
import { mapArrays } from "../src/checks/arrays.ts";
import type { Case } from "../src/checks/case.ts";
import type { Subject } from "../src/checks/subject.ts";
import type { Arrays } from "../src/oracles/engine.ts";
import { freshName, type Program, type Step } from "../src/program/program.ts";

/**
 * The same engine at the case with one output only, the first: what laws about one function speak of. Null where the
 * engine's outputs have not the shapes, or are no numbers, to go on with; that is for other laws to tell.
 */
export async function atFirstOutput(s: Subject): Promise<Subject | null> {
  const { case: c } = s;
  const values = await s.value();
  if (!haveShapesOf(values, s.reference.value()) || !isFinite(values)) return null;
  const [first] = c.program.outputs as readonly [string];
  if (c.program.outputs.length === 1) return s;
  return s.at({
    ...c,
    program: { ...c.program, outputs: [first] },
    cotangents: { [first]: c.cotangents[first]! },
  });
}

/** The step of a program that is nothing but that step; null of any other. */
export function onlyStep({ steps: [step, ...others], outputs }: Program): Step | null {
  return step !== undefined && others.length === 0 && outputs.join() === step.out ? step : null;
}

/** A case of one output y, which goes through more steps, the last of which has its shape. */
export function followedBy(c: Case, ...steps: readonly ((y: string, before: string) => Omit<Step, "out">)[]): Case {
  const [y] = c.program.outputs as readonly [string];
  let { program } = c;
  let before = y;
  for (const step of steps) {
    const out = freshName(program, "then");
    program = { ...program, steps: [...program.steps, { out, ...step(y, before) }], outputs: [out] };
    before = out;
  }
  return { ...c, program, cotangents: { [before]: c.cotangents[y]! } };
}

/** Whether arrays have the shapes of others: what they are computed with has to. */
export function haveShapesOf(x: Arrays, like: Arrays): boolean {
  return Object.entries(x).every(([name, { shape }]) => sameShape(shape, like[name]!.shape));
}

/**
 * The gradients at a subject's case, to compute with.
 *
 * @throws ResultError for one that has not the shape of its input.
 */
export async function gradientsOf(s: Subject, cotangents: Arrays = s.case.cotangents): Promise<Arrays> {
  return shapedAs(await s.vjp(cotangents), s.case.inputs);
}

/** The same for Hessian-vector products. */
export async function productsOf(s: Subject, tangents: Arrays = s.case.tangents): Promise<Arrays> {
  return shapedAs(await s.hvp(tangents), s.case.inputs);
}

/** Derivatives by input, which have to have the shapes of these. */
export function shapedAs(x: Arrays, inputs: Arrays): Arrays {
  if (haveShapesOf(x, inputs)) return x;
  const name = Object.keys(x).find((one) => !sameShape(x[one]!.shape, inputs[one]!.shape))!;
  const [got, want] = [x[name]!.shape, inputs[name]!.shape];
  throw new ResultError(
    "wrong-shape",
    `wrong shape: the derivative by "${name}" is of shape ${formatShape(got)}, expected ${formatShape(want)}`,
  );
}

/** The step that squares a value: smooth everywhere, of every shape, and right in any engine if anything is. */
export function squareOf(y: string): Omit<Step, "out"> {
  return { op: "square", in: [y] };
}

/** The arrays of these names. */
export function only(x: Arrays, names: readonly string[]): Arrays {
  return Object.fromEntries(names.map((name) => [name, x[name]!]));
}

/** Whether all numbers are finite. */
export function isFinite(x: Arrays): boolean {
  return Object.values(x).every(({ data }) => data.every(Number.isFinite));
}

/** Each number times `by`. */
export function times(by: number, x: Arrays): Arrays {
  return mapArrays(x, (v) => by * v);
}

/** Small numbers of either sign that float32 holds exactly, in place of these. */
export function otherThan(x: Arrays): Arrays {
  let k = 0;
  return mapArrays(x, () => ((k++ * 5 + 3) % 7) / 4 - 0.5);
}

/**
 * Whether nothing hinders derivatives at a case that was made of another: our own engine can tell them, they are finite
 * and so are their bounds, and no step stands at a kink.
 */
export function isPlain({ case: { cotangents }, reference, arithmetic }: Subject): boolean {
  try {
    return (
      reference.kinks(arithmetic).length === 0 &&
      [reference.value(), reference.vjp(cotangents), reference.vjpBounds(cotangents, arithmetic)].every(isFinite)
    );
  } catch (error) {
    if (error instanceof CotangentError) return false;
    throw error;
  }
}
