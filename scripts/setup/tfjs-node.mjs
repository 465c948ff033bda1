// @ts-check
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Unavailable } from "./unavailable.mjs";

/**
 * Where an installed tfjs-node keeps its parts.
 *
 * @typedef {object} TfjsNode
 * @property {string} root the package's folder
 * @property {string} version
 * @property {number} napi the Node-API level its addon is built for on this Node
 * @property {string} addon the file that it loads
 * @property {string} libraries the folder of the TensorFlow libraries, which the addon's rpath names
 * @property {{ module_name: string, host: string }} binary where its maker publishes the addon
 */

/** @returns {TfjsNode} */
export function locateTfjsNode() {
  const manifest = manifestPath();
  const { version, binary } =
    /** @type {{ version: string, binary: TfjsNode["binary"] & { napi_versions: readonly number[] } }} */ (
      JSON.parse(readFileSync(manifest, "utf8"))
    );
  const root = path.dirname(manifest);
  const napi = napiLevel(binary.napi_versions);
  return {
    root,
    version,
    napi,
    addon: path.join(root, "lib", `napi-v${napi}`, `${binary.module_name}.node`),
    libraries: path.join(root, "deps", "lib"),
    binary,
  };
}

/**
 * The highest level that both the package and this Node know; node-pre-gyp, which loads the addon, chooses the same.
 *
 * @param {readonly number[]} levels
 * @param {number} [ofNode]
 */
export function napiLevel(levels, ofNode = Number(process.versions["napi"])) {
  return Math.max(...levels.filter((level) => level <= ofNode));
}

function manifestPath() {
  try {
    return createRequire(import.meta.url).resolve("@tensorflow/tfjs-node/package.json");
  } catch {
    throw new Unavailable("the package @tensorflow/tfjs-node is not installed", 'run "npm ci" first');
  }
}
