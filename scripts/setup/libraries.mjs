// @ts-check
import { randomUUID } from "node:crypto";
import { chmod, mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bytesUnder, publish, sizeOf } from "./cache.mjs";
import { Unavailable } from "./unavailable.mjs";
import { HEADERS } from "./wheel.mjs";

/** @typedef {import("./setup.mjs").Context} Context */
/** @typedef {import("./wheel.mjs").Wheel} Wheel */

const UNPACK = fileURLToPath(new URL("unpack.py", import.meta.url));

/**
 * Where a wheel's libraries and headers are in the cache.
 *
 * @param {string} root the cache's
 * @param {Wheel} wheel
 */
export function librariesOf(root, wheel) {
  const folder = path.join(root, "libraries", wheel.sha256.slice(0, 16));
  return { folder, lib: path.join(folder, "tensorflow"), include: path.join(folder, "tensorflow", "include") };
}

/**
 * Whether they are there, whole. The folder came into place in one step, so sizes tell enough.
 *
 * @param {string} root the cache's
 * @param {Wheel} wheel
 */
export async function areUnpacked(root, wheel) {
  const { lib, include } = librariesOf(root, wheel);
  const sizes = await Promise.all(Object.keys(wheel.libraries).map((soname) => sizeOf(path.join(lib, soname))));
  const header = await sizeOf(path.join(include, "tensorflow", "c", "c_api.h"));
  return header > 0 && Object.values(wheel.libraries).every((size, i) => size === sizes[i]);
}

/**
 * Unpacks a wheel into the cache.
 *
 * @param {Context} context
 * @param {Wheel} wheel
 * @param {string} file the wheel's
 * @param {string} python
 * @param {{ anew: boolean }} how `anew`: put them in place of whole ones too
 */
export async function unpackLibraries({ cache, progress, run }, wheel, file, python, { anew }) {
  const fresh = path.join(cache.scratch, "libraries");
  await mkdir(fresh, { recursive: true });
  const members = Object.keys(wheel.libraries).map((soname) => `tensorflow/${soname}`);
  const total = Object.values(wheel.libraries).reduce((sum, size) => sum + size, 0);
  await progress.step(
    { doing: "Unpacking TensorFlow", done: "Unpacked TensorFlow", total, measure: () => bytesUnder(fresh) },
    async () => {
      // -I: nothing of the user's Python set-up takes part.
      const { status, stderr } = await run(python, ["-I", UNPACK, file, fresh, ...members, ...HEADERS]);
      if (status === "ok") return;
      if (/No space left on device/.test(stderr)) {
        throw new Unavailable("the disk of the cache is full", "free 1 GB and run setup again");
      }
      throw new Unavailable("Python could not unpack the wheel", "run setup again", { seeLog: true });
    },
  );
  // Clones share these files by hard links, so none may write to them.
  for (const soname of Object.keys(wheel.libraries)) await chmod(path.join(fresh, "tensorflow", soname), 0o444);

  const { folder } = librariesOf(cache.root, wheel);
  // Another run's good ones stay: that run may be building against them.
  if (anew || !(await areUnpacked(cache.root, wheel))) {
    await rename(folder, path.join(cache.scratch, randomUUID())).catch(() => {
      // There was none.
    });
  }
  await publish(fresh, folder);
}
