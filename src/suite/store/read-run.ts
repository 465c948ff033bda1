import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { InputError } from "../../base/errors.ts";
import { readResults } from "../results-schema.ts";
import type { Results } from "../results.ts";
import { reasonOf } from "./files.ts";

/**
 * Reads a stored run.
 *
 * @param run its folder, or its `results.json`.
 * @throws InputError when there is none, or it is not one.
 */
export function readRun(run: string): { readonly folder: string; readonly results: Results } {
  const isFolder = statSync(run, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? path.join(run, "results.json") : run;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`${file}: there is no run here (${reasonOf(error)}); "cotangent verify" makes one`);
  }
  return { folder: path.dirname(file), results: readResults(text, file) };
}
