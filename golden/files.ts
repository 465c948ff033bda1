import { fewestDigits } from "../src/exact/index.ts";
import { allOps, opNamed } from "../src/program/program.ts";
import { complete } from "./complete.ts";
import type { Draft } from "./draft.ts";
import { extras } from "./extras.ts";
import { flags } from "./flags.ts";
import { programs } from "./programs/index.ts";
import { errors } from "./recipes/errors.ts";
import { extremes } from "./recipes/extremes.ts";
import { kinks } from "./recipes/kinks.ts";
import { points } from "./recipes/points.ts";
import { wiring } from "./recipes/wiring.ts";
import { vectorsJsonSchema, type VectorFile } from "./vectors-schema.ts";

/** The generator's own version: another one writes other vectors. */
const VERSION = "1";

/** One file of vectors before it is written: the vectors of an op, or of a program. */
export interface Unit {
  readonly name: string;
  /** Below `vectors/`. */
  readonly file: string;
}

/** Every file of the set, sorted. */
export const units: readonly Unit[] = [
  ...allOps.map(({ name }) => ({ name, file: `${name}.json` })),
  ...Object.keys(programs).map((name) => ({ name, file: `programs/${name}.json` })),
].toSorted((a, b) => (a.file < b.file ? -1 : 1));

/** The text of one file, all of it computed anew: the same on every machine. */
export function generate({ name, file }: Unit): string {
  const drafts = draftsOf(name);
  const prefix = file.replace(/[.]json$/, "");
  const vectors = drafts
    .map((draft) => complete({ ...draft, id: `${prefix}/${draft.id}` }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const generator = { name: "cotangent golden update", version: VERSION, precisionDigits: fewestDigits };
  return textOf({ schema: "cotangent/vectors@1", op: name, generator, vectors });
}

/** The vectors of a file, before their answers are worked out. */
export function draftsOf(name: string): readonly Draft[] {
  const program = programs[name];
  if (program !== undefined) return program();
  const op = opNamed(name);
  return [...[points, wiring, extremes, kinks, errors].flatMap((recipe) => recipe(op)), ...(extras[name]?.() ?? [])];
}

/** JSON with one vector a line, so that a diff can be read. */
function textOf({ vectors, ...head }: VectorFile): string {
  const lines = vectors.map((vector) => JSON.stringify(vector)).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"vectors":[\n${lines}\n]}\n`;
}

/** The files beside the vectors, by their path: what each flag stands for, and the form of the vectors. */
export function companions(): Readonly<Record<string, string>> {
  const contents = {
    "flags.json": { schema: "cotangent/flags@1", flags },
    "schema/vectors.schema.json": vectorsJsonSchema(),
  };
  return Object.fromEntries(
    Object.entries(contents).map(([file, content]) => [file, `${JSON.stringify(content, null, 2)}\n`]),
  );
}
