import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { InputError } from "../../base/errors.ts";

/**
 * Writes a file whole or not at all.
 *
 * @throws InputError when it cannot be written.
 */
export function replaceFile(file: string, text: string): void {
  const unfinished = `${file}.${String(process.pid)}.tmp`;
  writing(file, () => {
    try {
      writeFileSync(unfinished, text);
      renameSync(unfinished, file);
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
}

/** What the system says of a file that it does not read or write: `no such file or directory`. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z]+\w*: ([^,]*)/.exec(message)?.[1] ?? message;
}

/**
 * Makes a folder where there is none.
 *
 * @throws InputError when it cannot be made, or is a file.
 */
// Level by level: asked to make a whole path where no folder can be made (below /proc), Node 20 never returns.
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw cannotWrite(folder, error);
  }
}

function isFolder(folder: string): boolean {
  const found = writing(folder, () => statSync(folder, { throwIfNoEntry: false }));
  if (found === undefined || found.isDirectory()) return found !== undefined;
  throw new InputError(`${folder}: is a file; give a folder`);
}

/** Does something to a file or folder; what the system says against it becomes an InputError. */
export function writing<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function cannotWrite(file: string, error: unknown): InputError {
  return new InputError(`${file}: cannot be written (${reasonOf(error)})`, { cause: error });
}
