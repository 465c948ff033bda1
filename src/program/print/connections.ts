import { opNamed, type Program } from "../program.ts";

/** Which inputs lead to which values: by the name of a value, the names of the inputs that it depends on. */
export type Connections = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Follows a program's values back to its inputs. What an op does not differentiate by (indices, conditions) is no path.
 *
 * @param throughConstant whether ops whose derivative is zero everywhere (`sign`, `greater`) count as paths.
 */
export function connectionsOf(program: Program, throughConstant: boolean): Connections {
  const behind = new Map<string, ReadonlySet<string>>(program.inputs.map((name) => [name, new Set([name])]));
  for (const step of program.steps) {
    const { active, kind } = opNamed(step.op);
    const paths = step.in.filter((_, i) =>
      kind === "constant" ? throughConstant : active[Math.min(i, active.length - 1)] === true,
    );
    behind.set(step.out, new Set(paths.flatMap((name) => [...behind.get(name)!])));
  }
  return behind;
}
