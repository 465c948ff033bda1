import { CotangentError } from "../src/base/errors.ts";
import { mapArrays } from "../src/checks/arrays.ts";
import type { Case } from "../src/checks/case.ts";
import type { Subject } from "../src/checks/subject.ts";
import type { Arrays } from "../src/oracles/engine.ts";
import { freshName, type Step } from "../src/program/program.ts";

/** The same engine at the case with one output only, the first: what laws about one function speak of. */
export function atFirstOutput(s: Subject): Subject {
  const { case: c } = s;
  const [first] = c.program.outputs as readonly [string];
  if (c.program.outputs.length === 1) return s;
  return s.at({
    ...c,
    program: { ...c.program, outputs: [first] },
    cotangents: { [first]: c.cotangents[first]! },
  });
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
