// @ts-check
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CHILD = fileURLToPath(new URL("probe-child.mjs", import.meta.url));
/** Loading takes a second; from a cold, slow disk the 850 MB of libraries take longer. */
const LIMIT_MS = 120_000;

/**
 * @typedef {{ works: true, tensorflow: string } | { works: false, why: string }} Probe
 */

/**
 * Loads tfjs-node in a child process, runs an op and a gradient there, and asks which TensorFlow it stands on.
 *
 * @param {{ tfjsNode: import("./tfjs-node.mjs").TfjsNode, run: import("./run.mjs").Run, env: NodeJS.ProcessEnv }} context
 * @returns {Promise<Probe>}
 */
export async function probe({ tfjsNode, run, env }) {
  if (!existsSync(tfjsNode.addon)) return { works: false, why: "it has no addon" };
  const outcome = await run(process.execPath, [CHILD], {
    env: { ...env, TF_CPP_MIN_LOG_LEVEL: "3" },
    limitMs: LIMIT_MS,
  });
  return readProbe(outcome);
}

/**
 * @param {import("./run.mjs").Outcome} outcome
 * @returns {Probe}
 */
export function readProbe({ status, ended, stdout, stderr }) {
  const tensorflow = /^cotangent-probe TensorFlow (\S+)$/m.exec(stdout)?.[1];
  if (status === "ok" && tensorflow !== undefined) return { works: true, tensorflow };
  // Node prints the line "Error: …" after the source line that threw.
  const error = /^(?:\w*Error: )(.+)$/m.exec(stderr)?.[1];
  return { works: false, why: error ?? ended };
}
