import type { Unit } from "../../../golden/files.ts";
import { flags as described } from "../../../golden/flags.ts";
import { readVectors } from "../../../golden/read.ts";
import { counted } from "../../../reports/text.ts";
import { InputError } from "../../base/errors.ts";
import type { VectorsOf } from "../../suite/golden/check-files.ts";
import { readSet, type StoredFile } from "./folder.ts";

/** As many problems of one file are told. */
const MOST_PROBLEMS = 20;

/**
 * Reads the wanted files and checks what can be told of them alone.
 *
 * @throws InputError naming everything that is wrong with them.
 */
export function readAll(folder: string, wanted: readonly Unit[]): { files: StoredFile[]; vectors: VectorsOf[] } {
  const { files, problems } = readSet(folder, wanted);
  const vectors = files.map(({ unit, where, text }) => {
    const read = readVectors(text, where, unit, Object.keys(described));
    problems.push(...read.problems.slice(0, MOST_PROBLEMS));
    const more = read.problems.length - MOST_PROBLEMS;
    if (more > 0) problems.push(`${where}: and ${counted(more, "more problem")}`);
    return { name: unit.name, where, vectors: read.vectors };
  });
  if (problems.length > 0) throw new InputError(problems.join("\n"));
  return { files, vectors };
}
