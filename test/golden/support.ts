import { readFileSync } from "node:fs";
import { units, type Unit } from "../../golden/files.ts";
import { flags } from "../../golden/flags.ts";
import { readVectors } from "../../golden/read.ts";
import type { Vector } from "../../golden/vectors-schema.ts";

/** The text of a file of the set that lies in the repository. */
export function storedText({ file }: Unit): string {
  return readFileSync(new URL(`../../golden/vectors/${file}`, import.meta.url), "utf8");
}

/** The unit of an op or program. */
export function unitOf(name: string): Unit {
  return units.find((unit) => unit.name === name)!;
}

const read = new Map<string, readonly Vector[]>();

/** The vectors of an op or program. */
export function vectorsOf(name: string): readonly Vector[] {
  const known = read.get(name);
  if (known !== undefined) return known;
  const unit = unitOf(name);
  const { vectors, problems } = readVectors(storedText(unit), unit.file, unit, Object.keys(flags));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  read.set(name, vectors);
  return vectors;
}

/** One vector, by its id without the file's name. */
export function vectorOf(name: string, id: string): Vector {
  const found = vectorsOf(name).find((vector) => vector.id.endsWith(`${name}/${id}`));
  if (found === undefined) throw new Error(`no vector ${id} of ${name}`);
  return found;
}
