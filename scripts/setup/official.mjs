// @ts-check
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { bytesUnder } from "./cache.mjs";
import { ask } from "./ask.mjs";

/** @typedef {import("./setup.mjs").Context} Context */
/** @typedef {import("./tfjs-node.mjs").TfjsNode} TfjsNode */

const ASK_MS = 4000;
/** A slow compiler writes nothing for a while. */
const STALL_MS = 180_000;
const LIMIT_MS = 20 * 60_000;

/**
 * Runs tfjs-node's own install script, where its hosts answer: it fetches libtensorflow and the addon for it (or builds that).
 * Leaves nothing behind when it fails.
 *
 * @param {Context} context
 * @returns {Promise<{ installed: true } | { installed: false, why: string }>}
 */
export async function installOfficially(context) {
  const { tfjsNode, progress, run, env } = context;
  const closed = await progress.step({ doing: "Asking for the official download" }, () => unreachable(context));
  if (closed !== undefined) return { installed: false, why: closed };

  const manifest = path.join(tfjsNode.root, "package.json");
  const manifestBefore = await readFile(manifest);
  let installed = false;
  try {
    await clean(tfjsNode);
    const deps = path.join(tfjsNode.root, "deps");
    const measure = async () => (await bytesUnder(deps)) + (await bytesUnder(path.join(tfjsNode.root, "build")));
    const { status, ended } = await progress.step(
      { doing: "Running tfjs-node's own install script", done: "tfjs-node's own install script has ended" },
      () =>
        run(process.execPath, [path.join("scripts", "install.js")], {
          cwd: tfjsNode.root,
          env: withBinaries(env, tfjsNode.root),
          limitMs: LIMIT_MS,
          stall: { ms: STALL_MS, measure },
        }),
    );
    installed = status === "ok" && existsSync(tfjsNode.addon);
    return installed ? { installed } : { installed, why: `its install script failed (${ended})` };
  } finally {
    if (!installed) await clean(tfjsNode);
    // The script edits it for a while, and leaves it so when it fails.
    if (!(await readFile(manifest)).equals(manifestBefore)) await writeFile(manifest, manifestBefore);
  }
}

/**
 * The two places that the install script fetches from: they may be mirrors, which its own environment variables name.
 *
 * @param {TfjsNode} tfjsNode
 * @param {NodeJS.ProcessEnv} env
 */
export function officialHosts({ version, napi, binary }, env) {
  const mirror = env[`npm_config_${binary.module_name}_binary_host_mirror`] || binary.host;
  const system = { linux: "linux", darwin: "darwin", win32: "windows" }[/** @type {string} */ (process.platform)];
  const archive = process.platform === "win32" ? "zip" : "tar.gz";
  const libraries =
    env["TFJS_NODE_BASE_URI"] ||
    env["npm_config_TFJS_NODE_BASE_URI"] ||
    env["TFJS_NODE_CDN_STORAGE"] ||
    env["npm_config_TFJS_NODE_CDN_STORAGE"] ||
    env["CDN_STORAGE"] ||
    binary.host;
  return {
    addon: `${mirror.replace(/\/$/, "")}/napi-v${napi}/${version}/CPU-${system}-${version}.${archive}`,
    libraries: new URL("/", libraries).href,
  };
}

/**
 * Why the official download is out of reach; undefined when it is not. Without its addon the libraries are of no use.
 *
 * @param {Context} context
 */
async function unreachable({ tfjsNode, env, signal, log }) {
  const hosts = officialHosts(tfjsNode, env);
  const options = { env, signal, limitMs: ASK_MS };
  const [addon, libraries] = await Promise.all([ask(hosts.addon, options), ask(hosts.libraries, options)]);
  log(`\naddon: ${JSON.stringify(addon)}\nlibtensorflow: ${JSON.stringify(libraries)}\n`);
  if ("error" in addon || "error" in libraries) return "its host does not answer";
  return addon.status >= 400 ? `its host answers ${addon.status}` : undefined;
}

/** @param {TfjsNode} tfjsNode */
async function clean({ root, addon }) {
  for (const folder of [path.join(root, "deps"), path.join(root, "build"), path.dirname(path.dirname(addon))]) {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The script calls node-pre-gyp by name, as npm lets it.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 */
function withBinaries(env, root) {
  // Windows spells it `Path`.
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const folders = root
    .split(path.sep)
    .map((_, i, parts) =>
      path.join(parts.slice(0, parts.length - i).join(path.sep) || path.sep, "node_modules", ".bin"),
    );
  return { ...env, [name]: [...folders, env[name]].filter(Boolean).join(path.delimiter) };
}
