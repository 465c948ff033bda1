import { parseProgram, type Program, type Step } from "../../src/program/program.ts";
import { pointOf } from "../recipes/points.ts";
import type { Arrays, Draft } from "../draft.ts";
import { Elements } from "../elements.ts";

/** A step in short: what it gives, the op, its inputs with spaces between them, and its attributes. */
type Row = readonly [out: string, op: string, from: string, attrs?: object];

/** A program from the names of its inputs and outputs and the rows between them. */
export function programFrom(inputs: string, rows: readonly Row[], outputs: string): Program {
  const steps = rows.map(([out, op, from, attrs]): Step => ({
    out,
    op,
    in: from.split(" "),
    ...(attrs === undefined ? {} : { attrs: Object.fromEntries(Object.entries(attrs)) }),
  }));
  return parseProgram({ inputs: inputs.split(" "), steps, outputs: outputs.split(" ") });
}

/** A program at a point, with random directions unless others are given. */
export function atPoint(
  about: { readonly id: string; readonly comment: string; readonly flags?: Draft["flags"] },
  { program, inputs, wrt }: { readonly program: Program; readonly inputs: Arrays; readonly wrt: readonly string[] },
  directions: Pick<Draft, "cotangents" | "tangents"> = {},
): Draft {
  const elements = new Elements("full", "program", about.id, ...program.outputs);
  return { ...pointOf({ flags: ["program"], ...about }, program, inputs, wrt, elements), ...directions };
}
