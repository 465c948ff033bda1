// @ts-check
import { spawn } from "node:child_process";

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limitMs] ends it after this long
 * @property {{ ms: number, measure: () => Promise<number> }} [stall] ends it when `measure` has not changed for this long
 *
 * @typedef {object} Outcome
 * @property {"ok" | "failed" | "missing" | "late"} status `missing`: no such program; `late`: ended by a limit
 * @property {string} ended how it ended, in words
 * @property {string} stdout
 * @property {string} stderr
 *
 * @typedef {(program: string, args: readonly string[], options?: RunOptions) => Promise<Outcome>} Run
 */

/**
 * Makes the function that runs programs: no shell, no input, output captured and logged. It never throws for a program that
 * fails; it throws the signal's reason when interrupted, after the program and its children are gone.
 *
 * @param {{ log: (text: string) => void, signal: AbortSignal }} surroundings
 * @returns {Run}
 */
export function createRun({ log, signal }) {
  return async (program, args, { cwd, env, limitMs, stall } = {}) => {
    signal.throwIfAborted();
    log(`\n$ ${[program, ...args].join(" ")}\n`);
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that its children (a compiler's passes, node-gyp's make) can be ended with it.
      detached: process.platform !== "win32",
      ...(cwd !== undefined && { cwd }),
      ...(env !== undefined && { env }),
    });
    const output = { stdout: "", stderr: "" };
    for (const name of /** @type {const} */ (["stdout", "stderr"])) {
      child[name].setEncoding("utf8").on("data", (text) => {
        output[name] += String(text);
        log(String(text));
      });
    }

    let late = "";
    const end = (/** @type {string} */ why) => {
      late ||= why;
      killGroup(child);
    };
    const onAbort = () => end("interrupted");
    signal.addEventListener("abort", onAbort, { once: true });
    const limit = limitMs === undefined ? undefined : setTimeout(() => end(`took over ${limitMs / 1000} s`), limitMs);
    const watch = stall && watchForStall(stall, () => end(`made no progress for ${stall.ms / 1000} s`));

    try {
      const { code, killer } = await ending(child);
      signal.throwIfAborted();
      const ended = late || (killer ? `ended by ${killer}` : `exit code ${code}`);
      log(`(${ended})\n`);
      return { status: late ? "late" : code === 0 ? "ok" : "failed", ended, ...output };
    } catch (error) {
      signal.throwIfAborted();
      // An unusable program (not found, not executable) is an outcome like any other.
      const ended = error instanceof Error ? error.message : String(error);
      log(`(${ended})\n`);
      return { status: "missing", ended, ...output };
    } finally {
      signal.removeEventListener("abort", onAbort);
      clearTimeout(limit);
      clearInterval(watch);
    }
  };
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ code: number | null, killer: string | null }>}
 */
function ending(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code, killer) => resolve({ code, killer }));
  });
}

/** @param {import("node:child_process").ChildProcess} child */
function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}

/**
 * @param {{ ms: number, measure: () => Promise<number> }} stall
 * @param {() => void} onStall
 */
function watchForStall({ ms, measure }, onStall) {
  let last = -1;
  let since = Date.now();
  const look = async () => {
    const now = await measure();
    if (now !== last) {
      last = now;
      since = Date.now();
    } else if (Date.now() - since >= ms) onStall();
  };
  return setInterval(() => void look(), Math.min(1000, ms / 4));
}
