// @ts-check
import { progressLine, seconds } from "./progress-line.mjs";

const LIVE_MS = 150;
/** In a log, one line per step is enough unless the step is slow. */
const PLAIN_MS = 10_000;

/**
 * @typedef {object} Step
 * @property {string} doing
 * @property {string} [done] left on the screen afterwards, with the time it took; without it, the step shows on a terminal only
 * @property {number} [total] bytes
 * @property {() => Promise<number>} [measure] bytes so far
 *
 * @typedef {ReturnType<typeof createProgress>} Progress
 */

/**
 * Shows what is being done: one line redrawn on a terminal, whole lines and few of them elsewhere.
 *
 * @param {{ write: (text: string) => unknown, isTTY?: boolean, columns?: number }} stream
 * @param {NodeJS.ProcessEnv} env
 */
export function createProgress(stream, env) {
  const live = stream.isTTY === true && env["TERM"] !== "dumb";
  const clear = () => live && stream.write("\r\x1b[2K");

  return {
    /** @param {string} text */
    note(text) {
      stream.write(`${text}\n`);
    },

    /**
     * @template T
     * @param {Step} step
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step({ doing, done, total, measure }, work) {
      const began = Date.now();
      const shown = live || done !== undefined;
      const show = async () => {
        const bytes = await measure?.();
        const state = {
          doing,
          elapsedMs: Date.now() - began,
          ...(bytes !== undefined && { bytes }),
          ...(total !== undefined && { total }),
        };
        if (working)
          stream.write(live ? `\r\x1b[2K${progressLine(state, stream.columns || 80)}` : `${progressLine(state)}\n`);
      };
      let working = true;
      if (shown) stream.write(live ? doing : `${doing} …\n`);
      const timer = shown ? setInterval(() => void show(), live ? LIVE_MS : PLAIN_MS) : undefined;
      try {
        const result = await work();
        clear();
        if (done !== undefined) stream.write(`${done} (${seconds(Date.now() - began)})\n`);
        return result;
      } catch (error) {
        clear();
        throw error;
      } finally {
        working = false;
        clearInterval(timer);
      }
    },
  };
}
