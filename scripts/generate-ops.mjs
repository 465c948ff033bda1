// @ts-check
/**
 * Writes what follows from the op files, so that nothing is written twice: `src/transforms/ops-face.ts`, the type of `ops`
 * with the documentation of each op where editors look for it, and `src/ops/families.ts`, the folder that each op is in.
 * A test sees that both are up to date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);

/** The ops of the barrel, by name, with the paths of their files and what they are called there (no `var` can be declared). */
function barrel() {
  const text = readFileSync(new URL("src/ops/index.ts", root), "utf8");
  return [...text.matchAll(/export \{ (?:(\w+) as )?(\w+) \} from "\.\/(.+)";/g)].map(([, own, name, path]) => ({
    name: String(name),
    own: own ?? String(name),
    path: String(path),
  }));
}

/** The text of `src/transforms/ops-face.ts`, from the ops as they are now. */
export function opsFace() {
  const members = barrel().map(({ name, own, path }) => {
    const source = readFileSync(new URL(`src/ops/${path}`, root), "utf8");
    const doc = new RegExp(`(/\\*\\*(?:(?!\\*/)[^])*\\*/)\\nexport const ${own}:`).exec(source)?.[1];
    if (doc === undefined) throw new Error(`${path}: "${name}" has no documentation comment`);
    return `${doc.replaceAll(/^/gm, "  ")}\n  readonly ${name}: Callable<typeof entries.${name}>;\n`;
  });
  return [
    "// Written by `npm run generate` from the documentation in src/ops; change it there.",
    'import type * as entries from "../ops/index.ts";',
    'import type { Callable } from "./callable.ts";',
    "",
    "/** Every op as a function, by name. */",
    "export interface Ops {",
    `${members.join("\n")}}`,
    "",
  ].join("\n");
}

/** The text of `src/ops/families.ts`. */
export function opFamilies() {
  return [
    "// Written by `npm run generate` from the folders of src/ops.",
    "",
    "/** The family of each op, by its name. */",
    "export const families: Readonly<Record<string, string>> = {",
    ...barrel().map(({ name, path }) => `  ${name}: "${String(path.split("/")[0])}",`),
    "};",
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("src/transforms/ops-face.ts", root), opsFace());
  writeFileSync(new URL("src/ops/families.ts", root), opFamilies());
}
