import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { companions, units, type Unit } from "../../../golden/files.ts";
import { InputError } from "../../base/errors.ts";
import { makeFolder, reasonOf, replaceFile, writing } from "../../suite/store/files.ts";
import { checkNames } from "../options.ts";
import { goldenFolder, isInstalled } from "../package.ts";

const [VECTORS, OLD] = ["vectors", "vectors.old"];

/** The folder of golden vectors: that of the package unless another is given. */
export function folderToRead(given: string | undefined): string {
  return given ?? goldenFolder;
}

/**
 * The folder that `golden update` writes.
 *
 * @throws InputError in the installed package, whose vectors are those of its release.
 */
export function folderToWrite(given: string | undefined): string {
  if (given === undefined && isInstalled)
    throw new InputError(
      "golden update: the vectors of an installed package are those of its release; --out names a folder for a set of your own",
    );
  return given ?? goldenFolder;
}

/**
 * Checks names of ops and programs that were asked for.
 *
 * @throws InputError naming the nearest one.
 */
export function checkUnits(asked: readonly string[] = []): void {
  checkNames(
    "--ops",
    "op or program",
    asked,
    units.map(({ name }) => name),
  );
}

/** The files of the ops and programs that were asked for; all of them unless any were. */
export function wantedUnits(asked: readonly string[] | undefined): readonly Unit[] {
  return asked === undefined ? units : units.filter(({ name }) => asked.includes(name));
}

/** What a folder holds of the files of a set, by their unit. */
export interface StoredFile {
  readonly unit: Unit;
  /** As messages name it. */
  readonly where: string;
  readonly text: string;
}

/**
 * Reads the files of some units.
 *
 * @returns also what is wrong with the set as a whole: files that are missing, cannot be read, or are of no op or program.
 */
export function readSet(folder: string, wanted: readonly Unit[]): { files: StoredFile[]; problems: string[] } {
  // Between the two steps of a swap the old set has another name.
  const vectors = [VECTORS, OLD].map((name) => path.join(folder, name)).find(existsSync) ?? path.join(folder, VECTORS);
  const problems: string[] = [];
  const files = wanted.flatMap((unit): StoredFile[] => {
    const where = path.join(vectors, unit.file);
    const text = readOr(where, problems, "golden update writes it");
    return text === null ? [] : [{ unit, where, text }];
  });
  if (existsSync(vectors))
    for (const file of readdirSync(vectors, { recursive: true, encoding: "utf8" }))
      if (file.endsWith(".json") && !units.some((unit) => unit.file === file.replaceAll(path.sep, "/")))
        problems.push(`${path.join(vectors, file)}: there is no op or program of this name`);
  return { files, problems };
}

/** The files beside the vectors, where they are not as they should be. */
export function staleCompanions(folder: string): string[] {
  const problems: string[] = [];
  for (const [name, text] of Object.entries(companions())) {
    const where = path.join(folder, name);
    const stored = readOr(where, problems, "golden update writes it");
    if (stored !== null && stored !== text) problems.push(`${where}: is not what golden update writes`);
  }
  return problems;
}

function readOr(file: string, problems: string[], hint: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    problems.push(`${file}: cannot be read (${reasonOf(error)}); ${hint}`);
    return null;
  }
}

/**
 * Writes a whole set: into a folder beside the old one, which takes its place at the end. Whatever happens on the way,
 * a whole set is there: the old one or the new one.
 *
 * @throws InputError where it cannot be written.
 */
export function writeSet(folder: string, texts: ReadonlyMap<Unit, string>): void {
  const at = (name: string): string => path.join(folder, name);
  makeFolder(folder);
  clearAway(folder);
  const stage = at(`${VECTORS}.new-${String(process.pid)}`);
  try {
    for (const [{ file }, text] of texts) {
      const target = path.join(stage, file);
      makeFolder(path.dirname(target));
      writing(target, () => {
        writeFileSync(target, text);
      });
    }
    for (const [name, text] of Object.entries(companions())) {
      makeFolder(path.dirname(at(name)));
      replaceFile(at(name), text);
    }
    writing(at(VECTORS), () => {
      if (existsSync(at(VECTORS))) renameSync(at(VECTORS), at(OLD));
      renameSync(stage, at(VECTORS));
      rmSync(at(OLD), { recursive: true, force: true });
    });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Puts right what an update that was killed has left. */
function clearAway(folder: string): void {
  const at = (name: string): string => path.join(folder, name);
  writing(folder, () => {
    if (existsSync(at(OLD)) && !existsSync(at(VECTORS))) renameSync(at(OLD), at(VECTORS));
    rmSync(at(OLD), { recursive: true, force: true });
    for (const name of readdirSync(folder))
      if (name.startsWith(`${VECTORS}.new-`) && !isRunning(Number(name.split("-")[1])))
        rmSync(at(name), { recursive: true, force: true });
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
