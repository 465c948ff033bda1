// @ts-check
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { publish, sizeOf } from "./cache.mjs";
import { librariesOf } from "./libraries.mjs";
import { Unavailable } from "./unavailable.mjs";

/** @typedef {import("./setup.mjs").Context} Context */
/** @typedef {import("./wheel.mjs").Wheel} Wheel */
/** @typedef {import("./compiler.mjs").Compiler} Compiler */

/** It takes 20 s on two ordinary cores. */
const LIMIT_MS = 10 * 60_000;

/** As in tfjs-node's own binding.gyp; `lib/napi-v8` is two folders below the package, beside `deps`. */
const FLAGS = ["-O2", "-std=c++17", "-fPIC", "-shared", "-Wl,-rpath,$ORIGIN/../../deps/lib"];

/**
 * The addon built from tfjs-node's sources against a wheel's libraries: its file in the cache, and whether it was there before.
 *
 * @param {Context} context
 * @param {Wheel} wheel
 * @param {Compiler} compiler
 * @param {{ anew: boolean }} how `anew`: do not use the one in the cache
 */
export async function buildAddon(context, wheel, compiler, { anew }) {
  const { cache, tfjsNode, progress, run, env } = context;
  const headers = nodeApiHeaders();
  const sources = await readSources(path.join(tfjsNode.root, "binding"));
  const key = addonKey([
    wheel.sha256,
    compiler.version,
    `napi ${tfjsNode.napi}`,
    headers.version,
    ...FLAGS,
    ...sources.flat(),
  ]);
  const cached = path.join(cache.root, "addons", `${key}.node`);
  if (!anew && (await sizeOf(cached)) > 0) return { addon: cached, reused: true };

  const { lib, include } = librariesOf(cache.root, wheel);
  const built = path.join(cache.scratch, `${key}.node`);
  const inputs = sources.map(([file]) => file).filter((file) => file.endsWith(".cc"));
  const libraries = Object.keys(wheel.libraries).map((soname) => `-l:${soname}`);
  const args = [
    ...FLAGS,
    `-DNAPI_VERSION=${tfjsNode.napi}`,
    `-I${headers.include}`,
    `-I${include}`,
    ...inputs,
    `-L${lib}`,
    ...libraries,
    "-o",
    built,
  ];
  await progress.step({ doing: "Building the addon", done: "Built the addon" }, async () => {
    const { status, ended } = await run(compiler.program, args, {
      // Sources are named relative to it, so that no path of this clone gets into the addon, which other clones use.
      cwd: path.join(tfjsNode.root, "binding"),
      // The compiler's temporary files go where they are cleaned up.
      env: { ...env, TMPDIR: cache.scratch },
      limitMs: LIMIT_MS,
    });
    if (status === "ok") return;
    const remedy = "fix that and run setup again";
    throw new Unavailable(`${compiler.program} could not build the addon (${ended})`, remedy, { seeLog: true });
  });
  await publish(built, cached);
  return { addon: cached, reused: false };
}

/**
 * One name for one build: everything that decides what comes out.
 *
 * @param {readonly string[]} parts
 */
export function addonKey(parts) {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/**
 * The names and texts of the sources, sorted by name.
 *
 * @param {string} folder
 * @returns {Promise<[name: string, text: string][]>}
 */
async function readSources(folder) {
  const names = (await readdir(folder)).filter((name) => /\.(cc|h)$/.test(name)).toSorted();
  return Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), "utf8")]));
}

/** @returns {{ include: string, version: string }} */
function nodeApiHeaders() {
  const { resolve } = createRequire(import.meta.url);
  try {
    const manifest = resolve("node-api-headers/package.json");
    return {
      include: path.join(path.dirname(manifest), "include"),
      version: /** @type {{ version: string }} */ (JSON.parse(readFileSync(manifest, "utf8"))).version,
    };
  } catch {
    throw new Unavailable("the package node-api-headers is not installed", 'run "npm ci" first');
  }
}
