import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Answer } from "./samples.ts";

const packages = path.join(import.meta.dirname, "../../../node_modules");

/** What a printed program shows: nested lists by name; or how it failed. */
export type Shown = Partial<Record<"outputs" | "gradients" | "products", Record<string, unknown>>> & {
  readonly error?: string;
};

/**
 * Runs a command in a folder of files, from which this project's packages can be imported.
 *
 * @returns what it wrote to stdout.
 */
export async function runIn(
  files: Readonly<Record<string, string>>,
  command: string,
  args: readonly string[],
): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), "cotangent-print-"));
  const folder = path.join(home, "files");
  try {
    await symlink(packages, path.join(home, "node_modules"));
    await mkdir(folder);
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(folder, name), text)));
    const { stdout } = await promisify(execFile)(command, args, { cwd: folder, maxBuffer: 2 ** 26 });
    return stdout;
  } finally {
    await rm(home, { recursive: true });
  }
}

/** Run all programs of a folder in one process, and write what each shows, or how it fails. */
const scripts = {
  ".mjs": new URL("run-all.mjs", import.meta.url),
  ".py": new URL("run_all.py", import.meta.url),
};

/** Runs programs, by name, in one process. */
export async function runAll(
  programs: Readonly<Record<string, string>>,
  command: string,
  extension: keyof typeof scripts,
): Promise<ReadonlyMap<string, Shown>> {
  const files = Object.fromEntries(Object.entries(programs).map(([name, text]) => [name + extension, text]));
  const answers = JSON.parse(await runIn(files, command, [fileURLToPath(scripts[extension])])) as object;
  return new Map(Object.entries(answers).map(([file, shown]) => [path.basename(file, extension), shown as Shown]));
}

/** Where what was shown differs from an answer by more than `tolerance`, relative to 1 or the number if that is larger. */
export function differences(shown: Shown, answer: Answer, tolerance: number): string[] {
  if (shown.error !== undefined) return [shown.error];
  return Object.entries(answer).flatMap(([part, arrays]) =>
    Object.entries(arrays).flatMap(([name, { data }]) => {
      const list = shown[part as keyof Answer]?.[name];
      // TensorFlow.js leaves out a product where it finds no dependence, as in a linear function.
      const got = list === undefined && part === "products" ? Array.from(data, () => 0) : flat(list);
      const same = got.length === data.length && got.every((x, i) => isNear(x, data[i]!, tolerance));
      return same ? [] : [`${part}.${name}: got ${String(got)}, expected ${String([...data])}`];
    }),
  );
}

/** The numbers of nested lists, row-major. */
function flat(x: unknown): number[] {
  return Array.isArray(x) ? x.flatMap(flat) : [Number(x ?? NaN)];
}

function isNear(a: number, b: number, tolerance: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
}
