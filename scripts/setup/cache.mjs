// @ts-check
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Unavailable } from "./unavailable.mjs";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The user's cache: `$XDG_CACHE_HOME/cotangent`, else `~/.cache/cotangent`.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheRoot(env) {
  const base = env["XDG_CACHE_HOME"];
  // The XDG specification has relative paths ignored.
  return path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), ".cache"), "cotangent");
}

/**
 * Makes the cache's folders, with one of its own for this run's unfinished work on the same file system as the finished work,
 * so that a rename is all it takes to publish. Removes what runs that were killed left there.
 *
 * @param {string} root
 */
export async function openCache(root) {
  const temporary = path.join(root, "tmp");
  const scratch = path.join(temporary, `${process.pid}-${randomUUID()}`);
  try {
    await mkdir(path.join(root, "logs"), { recursive: true });
    await mkdir(scratch, { recursive: true });
  } catch (error) {
    throw new Unavailable(
      `the cache ${root} cannot be written (${reason(error)})`,
      "set XDG_CACHE_HOME to a folder that can",
    );
  }
  await sweep(temporary, DAY_MS);
  await sweep(path.join(root, "logs"), 14 * DAY_MS);
  return { root, scratch, close: () => rm(scratch, { recursive: true, force: true }) };
}

/**
 * Moves a finished file or folder to its place in one step. A folder that another run has put there first is kept: what two
 * runs publish under one name is the same.
 *
 * @param {string} from
 * @param {string} to
 */
export async function publish(from, to) {
  await mkdir(path.dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes(reason(error))) throw error;
    await rm(from, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {AbortSignal} [signal]
 */
export async function sha256(file, signal) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash, { signal });
  return hash.digest("hex");
}

/**
 * The bytes of all files under a folder; 0 when it is missing. Files may come and go meanwhile.
 *
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function bytesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => sizeOf(path.join(entry.parentPath, entry.name)));
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/**
 * The size of a file; 0 when it is missing.
 *
 * @param {string} file
 */
export async function sizeOf(file) {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

/** @param {unknown} error a system error @returns {string} such as `ENOENT` */
export function reason(error) {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

/**
 * @param {string} folder
 * @param {number} ageMs
 */
async function sweep(folder, ageMs) {
  for (const name of await readdir(folder)) {
    const entry = path.join(folder, name);
    const changed = (await stat(entry).catch(() => undefined))?.mtimeMs ?? Infinity;
    // Another run may be sweeping too.
    if (Date.now() - changed > ageMs) await rm(entry, { recursive: true, force: true }).catch(() => {});
  }
}
