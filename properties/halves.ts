import type { Program, Step } from "../src/program/program.ts";
import { opNamed } from "../src/program/program.ts";

/** A program in two parts. */
export interface Halves {
  /** The first steps; its outputs are what the others or the whole program need of them. */
  readonly first: Program;
  /** The other steps, which take these as inputs. */
  readonly second: Program;
}

/** Cuts a program in the middle; null where one part would need nothing of the other, or an input is an output. */
export function halvesOf(program: Program): Halves | null {
  const middle = Math.floor(program.steps.length / 2);
  const [early, late] = [program.steps.slice(0, middle), program.steps.slice(middle)];
  const used = new Set(late.flatMap((step) => step.in));
  const cuts = early.map(({ out }) => out).filter((out) => used.has(out) || program.outputs.includes(out));
  const outputs = program.outputs.filter((name) => late.some(({ out }) => out === name));
  if (!cuts.some((name) => used.has(name)) || outputs.length === 0) return null;
  if (program.outputs.some((name) => program.inputs.includes(name))) return null;
  return {
    first: { inputs: usedIn(early, program.inputs), steps: early, outputs: cuts },
    second: { inputs: usedIn(late, [...program.inputs, ...cuts]), steps: late, outputs },
  };
}

function usedIn(steps: readonly Step[], names: readonly string[]): string[] {
  const used = new Set(steps.flatMap((step) => step.in));
  return names.filter((name) => used.has(name));
}

/** The values that move with the inputs `wrt`: those that have derivatives to speak of. */
export function movingWith(program: Program, wrt: readonly string[]): ReadonlySet<string> {
  const moving = new Set(wrt);
  for (const step of program.steps) {
    const { active, kind } = opNamed(step.op);
    const isActive = (i: number): boolean => active[Math.min(i, active.length - 1)] === true;
    if (kind !== "constant" && step.in.some((name, i) => isActive(i) && moving.has(name))) moving.add(step.out);
  }
  return moving;
}
