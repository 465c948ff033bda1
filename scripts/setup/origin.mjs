// @ts-check
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { put } from "./place.mjs";

/**
 * What an installed tfjs-node stands on.
 *
 * @typedef {object} Origin
 * @property {"official" | "wheel" | "preinstalled"} origin `preinstalled`: it worked before setup had done anything
 * @property {string} tensorflow the version of TensorFlow
 * @property {{ file: string, sha256: string }} [wheel]
 * @property {string} [compiler] what built the addon
 */

/**
 * The record's file, beside the addon, so that it goes when the addon goes.
 *
 * @param {import("./tfjs-node.mjs").TfjsNode} tfjsNode
 */
export function originFile(tfjsNode) {
  return path.join(path.dirname(tfjsNode.addon), "tfjs_binding.origin.json");
}

/**
 * @param {import("./tfjs-node.mjs").TfjsNode} tfjsNode
 * @returns {Origin | undefined}
 */
export function readOrigin(tfjsNode) {
  try {
    return /** @type {Origin} */ (JSON.parse(readFileSync(originFile(tfjsNode), "utf8")));
  } catch {
    return undefined;
  }
}

/**
 * @param {import("./tfjs-node.mjs").TfjsNode} tfjsNode
 * @param {Origin} origin
 */
export function writeOrigin(tfjsNode, origin) {
  return put(originFile(tfjsNode), (temporary) => writeFile(temporary, `${JSON.stringify(origin, null, 2)}\n`));
}
