// Runs all programs of a folder in one process, and writes what each hands to `console.dir`, or how it fails, to stdout.
import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2] ?? "";
/** @type {Record<string, unknown>} */
const answers = {};
let last = /** @type {unknown} */ (undefined);
console.dir = (/** @type {unknown} */ shown) => {
  last = shown;
};
for (const file of await readdir(folder)) {
  if (!file.endsWith(".mjs")) continue;
  last = undefined;
  try {
    await import(pathToFileURL(path.join(folder, file)).href);
    answers[file] = last;
  } catch (error) {
    answers[file] = { error: String(error) };
  }
}
process.stdout.write(JSON.stringify(answers, (_, x) => (typeof x === "number" && !Number.isFinite(x) ? String(x) : x)));
