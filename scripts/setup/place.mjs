// @ts-check
import { randomUUID } from "node:crypto";
import { constants, copyFile, link, mkdir, rename, rm, symlink } from "node:fs/promises";
import path from "node:path";

/**
 * Puts libraries and addon where tfjs-node looks for them. The addon comes last: where it is, the rest is.
 *
 * @param {import("./tfjs-node.mjs").TfjsNode} tfjsNode
 * @param {{ lib: string, sonames: readonly string[], addon: string }} parts
 */
export async function place(tfjsNode, { lib, sonames, addon }) {
  for (const soname of sonames) {
    const name = path.join(tfjsNode.libraries, soname);
    await put(name, (temporary) => linkOrCopy(path.join(lib, soname), temporary));
    await put(path.join(tfjsNode.libraries, linkName(soname)), (temporary) => symlink(soname, temporary));
  }
  await put(tfjsNode.addon, (temporary) => copyFile(addon, temporary));
}

/**
 * The name that `-ltensorflow` and `-ltensorflow_framework` find a library by.
 *
 * @param {string} soname
 */
export function linkName(soname) {
  return soname.replace(/(_cc)?\.so\.\d+$/, ".so");
}

/**
 * Writes beside the target and renames, so that the target is never half there.
 *
 * @param {string} target
 * @param {(temporary: string) => Promise<void>} write
 */
export async function put(target, write) {
  const temporary = `${target}.${randomUUID()}`;
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await write(temporary);
    await rename(temporary, target);
  } finally {
    // rename() does nothing, and says nothing, when both names are links to one file.
    await rm(temporary, { force: true });
  }
}

/**
 * A hard link costs no disk and outlives the cache; on another file system it takes a copy.
 *
 * @param {string} from
 * @param {string} to
 */
async function linkOrCopy(from, to) {
  await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_FICLONE));
}
