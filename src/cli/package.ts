import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { z } from "zod";

const about = z.object({ name: z.literal("cotangent"), version: z.string(), engines: z.object({ node: z.string() }) });

/** The folder of this package: the files lie in `src/cli/` as written and in `dist/` as built. */
function rootOf(file: string): string {
  let folder = path.dirname(file);
  while (!existsSync(path.join(folder, "package.json"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error(`no package.json above ${file}`);
    folder = above;
  }
  return folder;
}

const root = rootOf(fileURLToPath(import.meta.url));
const { version, engines } = about.parse(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")));

/** Cotangent's own version. */
export const ownVersion: string = version;

/** The versions of Node that it runs on: `>=20.19`. */
export const supportedNode: string = engines.node;

/** The known differences of TensorFlow.js that come with the package. */
export const shippedKnown: string = path.join(root, "known", "tfjs-4.22.json");

/** The golden vectors that come with the package. */
export const goldenFolder: string = path.join(root, "golden");

/** Whether this is the package as it is installed, not the repository. */
export const isInstalled: boolean = !existsSync(path.join(root, "golden", "files.ts"));
