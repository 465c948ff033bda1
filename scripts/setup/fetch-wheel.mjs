// @ts-check
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { bytesUnder, publish, sha256, sizeOf } from "./cache.mjs";
import { megabytes } from "./progress-line.mjs";
import { Unavailable } from "./unavailable.mjs";
import { PYTHON_TAG } from "./wheel.mjs";

/** @typedef {import("./setup.mjs").Context} Context */
/** @typedef {import("./wheel.mjs").Wheel} Wheel */

/** How long pip may show no progress. There is no limit on the whole: slow lines are lines. */
const STALL_MS = 120_000;

/**
 * The wheel's file in the cache, fetched with pip unless it is there. Its hash is checked each time.
 *
 * @param {Context} context
 * @param {Wheel} wheel
 * @param {string} python
 */
export async function fetchWheel(context, wheel, python) {
  const { cache, progress } = context;
  const cached = path.join(cache.root, "wheels", wheel.file);
  if ((await sizeOf(cached)) > 0) {
    if (await isPinned(context, cached, wheel)) return cached;
    progress.note("The cached wheel is damaged; it is fetched anew.");
  }

  const folder = path.join(cache.scratch, "wheel");
  await mkdir(folder, { recursive: true });
  const name = `${wheel.distribution} ${wheel.version}`;
  const fetched = path.join(folder, wheel.file);
  const measure = () => bytesUnder(folder);
  await progress.step(
    {
      doing: `Downloading ${name}`,
      done: `Downloaded ${name}, ${megabytes(wheel.bytes)}`,
      total: wheel.bytes,
      measure,
    },
    async () => {
      const outcome = await download(context, wheel, python, folder, measure);
      if (outcome.status !== "ok" || (await sizeOf(fetched)) === 0) throw explainPip(outcome, name);
    },
  );
  if (!(await isPinned(context, fetched, wheel))) {
    throw new Unavailable(
      `the ${name} that pip fetched is not the pinned file (its SHA-256 differs)`,
      "check the package index that pip is set to use",
    );
  }
  await publish(fetched, cached);
  return cached;
}

/**
 * @param {Context} context
 * @param {Wheel} wheel
 * @param {string} python
 * @param {string} folder
 * @param {() => Promise<number>} measure
 */
function download({ run, env }, wheel, python, folder, measure) {
  const choice = ["--no-deps", "--only-binary=:all:", "--platform", wheel.platform];
  const interpreter = ["--implementation", "cp", "--python-version", PYTHON_TAG, "--abi", `cp${PYTHON_TAG}`];
  // pip's own cache would hold the 274 MB a second time.
  const manner = ["--quiet", "--no-input", "--no-cache-dir", "--disable-pip-version-check", "--retries", "2"];
  const what = ["--dest", folder, `${wheel.distribution}==${wheel.version}`];
  return run(python, ["-m", "pip", "download", ...manner, ...choice, ...interpreter, ...what], {
    // `python -m` looks in the current folder first; and pip's temporary files belong where they are cleaned up and counted.
    cwd: folder,
    env: { ...env, TMPDIR: folder, PIP_REQUIRE_VIRTUALENV: "0" },
    stall: { ms: STALL_MS, measure },
  });
}

/**
 * @param {import("./run.mjs").Outcome} outcome
 * @param {string} name
 */
export function explainPip({ status, ended, stderr }, name) {
  if (/No space left on device/.test(stderr)) {
    return new Unavailable("the disk of the cache is full", "free 2 GB and run setup again");
  }
  // A closed network may look to pip like an index without the package.
  if (status === "late" || /Connection|resolve|unreachable|timed out|ProxyError|No matching dist/i.test(stderr)) {
    const remedy = "check the network, or the package index that pip is set to use";
    return new Unavailable(`pip could not fetch ${name}`, remedy, { seeLog: true });
  }
  const error = /^ERROR: (.+)$/m.exec(stderr)?.[1] ?? ended;
  return new Unavailable(`pip could not fetch ${name} (${error})`, "fix that and run setup again", {
    seeLog: true,
  });
}

/**
 * @param {Context} context
 * @param {string} file
 * @param {Wheel} wheel
 */
async function isPinned({ progress, signal }, file, wheel) {
  if ((await sizeOf(file)) !== wheel.bytes) return false;
  return (await progress.step({ doing: "Checking the wheel" }, () => sha256(file, signal))) === wheel.sha256;
}
