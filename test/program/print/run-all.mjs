// Runs all programs of the folder that it is started in, and writes what each hands to `console.dir`, or how it fails.
import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** @type {Record<string, unknown>} */
const answers = {};
for (const file of await readdir(".")) {
  const dir = (/** @type {unknown} */ shown) => {
    answers[file] = shown;
  };
  Object.assign(console, { dir });
  try {
    await import(pathToFileURL(path.resolve(file)).href);
  } catch (error) {
    answers[file] = { error: String(error) };
  }
}
/** @param {unknown} x */
const encoded = (x) => (typeof x === "number" && !Number.isFinite(x) ? String(x) : x);
process.stdout.write(JSON.stringify(answers, (_, x) => encoded(x)));
