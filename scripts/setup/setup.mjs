// @ts-check
import { cacheRoot, openCache } from "./cache.mjs";
import { installFromWheel } from "./from-wheel.mjs";
import { installOfficially } from "./official.mjs";
import { readOrigin, writeOrigin } from "./origin.mjs";
import { probe } from "./probe.mjs";
import { Unavailable } from "./unavailable.mjs";
import { thisMachine, wheelFor } from "./wheel.mjs";

/**
 * What every part of the set-up is handed.
 *
 * @typedef {object} Surroundings
 * @property {import("./tfjs-node.mjs").TfjsNode} tfjsNode
 * @property {NodeJS.ProcessEnv} env
 * @property {import("./progress.mjs").Progress} progress
 * @property {import("./run.mjs").Run} run
 * @property {(text: string) => void} log
 * @property {AbortSignal} signal
 *
 * @typedef {Surroundings & { cache: { root: string, scratch: string } }} Context `scratch`: this run's own folder in the cache,
 *   which goes when the run ends
 */

/**
 * Makes tfjs-node work: what works is left alone; else the official download; else the wheel.
 *
 * @param {Surroundings} surroundings
 * @returns {Promise<{ tensorflow: string }>} the TensorFlow it stands on
 * @throws {Unavailable} when there is no way
 */
export async function setUp(surroundings) {
  const now = await tryOut(surroundings);
  if (now.works) {
    await noteOrigin(surroundings, now.tensorflow);
    return now;
  }
  const cache = await openCache(cacheRoot(surroundings.env));
  try {
    return await install({ ...surroundings, cache });
  } finally {
    await cache.close();
  }
}

/** @param {Context} context */
async function install(context) {
  const official = await installOfficially(context);
  const why = official.installed ? await acceptOfficial(context) : official.why;
  if (typeof why !== "string") return why;
  context.log(`\nNo official download: ${why}\n`);

  const machine = thisMachine();
  const wheel = wheelFor(machine);
  if (wheel === undefined) {
    const libc = machine.platform === "linux" ? ` with ${machine.glibc ? `glibc ${machine.glibc}` : "no glibc"}` : "";
    throw new Unavailable(
      `the official download failed (${why}), and there is no other way on ${machine.platform} ${machine.arch}${libc}`,
      "run setup again where its host can be reached",
    );
  }
  return useWheel(context, wheel);
}

/** @param {Surroundings} surroundings */
function tryOut(surroundings) {
  return surroundings.progress.step({ doing: "Trying tfjs-node" }, () => probe(surroundings));
}

/**
 * Records a tfjs-node that worked without our doing, unless what is recorded of it still holds.
 *
 * @param {Surroundings} surroundings
 * @param {string} tensorflow
 */
async function noteOrigin({ tfjsNode }, tensorflow) {
  if (readOrigin(tfjsNode)?.tensorflow === tensorflow) return;
  // A record is a convenience: one that cannot be written stops nothing.
  await writeOrigin(tfjsNode, { origin: "preinstalled", tensorflow }).catch(() => {});
}

/**
 * @param {Context} context
 * @returns {Promise<{ tensorflow: string } | string>} or why it is of no use
 */
async function acceptOfficial(context) {
  const result = await tryOut(context);
  if (!result.works) return `it does not load (${result.why})`;
  await writeOrigin(context.tfjsNode, { origin: "official", tensorflow: result.tensorflow });
  return result;
}

/**
 * @param {Context} context
 * @param {import("./wheel.mjs").Wheel} wheel
 */
async function useWheel(context, wheel) {
  const { reused } = await installFromWheel(context, wheel);
  let result = await tryOut(context);
  if (!result.works && reused) {
    context.progress.note("What the cache held does not load; it is made anew.");
    await installFromWheel(context, wheel, { anew: true });
    result = await tryOut(context);
  }
  if (!result.works)
    throw new Unavailable(`the addon was built but does not work (${result.why})`, "run setup again", { seeLog: true });
  return result;
}
