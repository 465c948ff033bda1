// @ts-check
/**
 * Writes `src/transforms/ops-face.ts`: the type of `ops`, with the documentation of each op where editors look for it. It is
 * taken from the op's own file, so that it is written once. A test sees that the file is up to date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const target = new URL("src/transforms/ops-face.ts", root);

/** The text of the file, from the ops as they are now. */
export function opsFace() {
  const barrel = readFileSync(new URL("src/ops/index.ts", root), "utf8");
  const members = [...barrel.matchAll(/export \{ (\w+) \} from "\.\/(.+)";/g)].map(([, name, path]) => {
    const source = readFileSync(new URL(`src/ops/${String(path)}`, root), "utf8");
    const doc = new RegExp(`(/\\*\\*(?:(?!\\*/)[^])*\\*/)\\nexport const ${String(name)}:`).exec(source)?.[1];
    if (doc === undefined) throw new Error(`${String(path)}: "${String(name)}" has no documentation comment`);
    return `${doc.replaceAll(/^/gm, "  ")}\n  readonly ${String(name)}: Callable<typeof entries.${String(name)}>;\n`;
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

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, opsFace());
