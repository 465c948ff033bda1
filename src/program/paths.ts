import { opNamed, type Program } from "./program.ts";

/**
 * Which inputs lead to which values: by the name of a value, the names of the inputs that it is computed from.
 *
 * What is no input of a derivative (indices, conditions) is no path. A constant op (`sign`, `greater`) is one: its derivative
 * is zero, and whether an engine knows that is the engine's to show.
 */
export function inputsBehind(program: Program): ReadonlyMap<string, ReadonlySet<string>> {
  const behind = new Map<string, ReadonlySet<string>>(program.inputs.map((name) => [name, new Set([name])]));
  for (const step of program.steps) {
    const { active, kind } = opNamed(step.op);
    const paths = step.in.filter((_, i) => kind === "constant" || active[Math.min(i, active.length - 1)] === true);
    behind.set(step.out, new Set(paths.flatMap((name) => [...behind.get(name)!])));
  }
  return behind;
}
