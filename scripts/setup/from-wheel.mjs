// @ts-check
import { buildAddon } from "./addon.mjs";
import { findCompiler } from "./compiler.mjs";
import { fetchWheel } from "./fetch-wheel.mjs";
import { areUnpacked, librariesOf, unpackLibraries } from "./libraries.mjs";
import { writeOrigin } from "./origin.mjs";
import { place } from "./place.mjs";
import { findPython } from "./python.mjs";
import { Unavailable } from "./unavailable.mjs";

/** @typedef {import("./setup.mjs").Context} Context */
/** @typedef {import("./wheel.mjs").Wheel} Wheel */

/**
 * Makes tfjs-node work with the libraries of a wheel and an addon built here. Finished work is kept in the user's cache.
 *
 * @param {Context} context
 * @param {Wheel} wheel
 * @param {{ anew?: boolean }} [how] `anew`: trust nothing in the cache but the wheel, whose hash is checked
 * @returns {Promise<{ reused: boolean }>} whether any of it came from the cache
 */
export async function installFromWheel(context, wheel, { anew = false } = {}) {
  const { cache, tfjsNode, run, env } = context;
  const unpacked = !anew && (await areUnpacked(cache.root, wheel));
  const tools = await findTools(run, env, !unpacked);
  if (tools.python !== undefined) {
    const file = await fetchWheel(context, wheel, tools.python);
    await unpackLibraries(context, wheel, file, tools.python, { anew });
  }
  const { addon, reused } = await buildAddon(context, wheel, tools.compiler, { anew });

  const { file, sha256, version, libraries } = wheel;
  await writeOrigin(tfjsNode, {
    origin: "wheel",
    tensorflow: version,
    wheel: { file, sha256 },
    compiler: tools.compiler.version,
  });
  await place(tfjsNode, { lib: librariesOf(cache.root, wheel).lib, sonames: Object.keys(libraries), addon });
  return { reused: unpacked || reused };
}

/**
 * Everything that is missing is told at once, before 274 MB are fetched.
 *
 * @param {import("./run.mjs").Run} run
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} needsPython
 */
async function findTools(run, env, needsPython) {
  const compiler = await findCompiler(run, env);
  const { python, missing: noPython } = needsPython ? await findPython(run) : {};
  const missing = [compiler ? undefined : "a C++ compiler (package g++)", noPython].filter(
    (part) => part !== undefined,
  );
  if (!compiler || missing.length > 0) {
    throw new Unavailable(`this machine lacks ${missing.join(" and ")}`, 'install that and run "npm run setup" again');
  }
  return { compiler, python };
}
