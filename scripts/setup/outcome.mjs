// @ts-check
import { reason } from "./cache.mjs";
import { Unavailable } from "./unavailable.mjs";

/**
 * A CI that asked for tfjs-node must not go green without it; anywhere else Cotangent runs without it.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function isCi(env) {
  return !["", "0", "false"].includes((env["CI"] ?? "").toLowerCase());
}

/**
 * The one line for a set-up that failed, and the exit code.
 *
 * @param {unknown} error
 * @param {{ env: NodeJS.ProcessEnv, saveLog: () => string | undefined }} surroundings
 */
export function describeFailure(error, { env, saveLog }) {
  const { message, seeLog } = error instanceof Unavailable ? error : unforeseen(error);
  const log = seeLog ? saveLog() : undefined;
  const consequence = isCi(env) ? "CI is set, so this is a failure." : "Cotangent runs without it.";
  const line = `tfjs-node is not available: ${message}. ${consequence}${log === undefined ? "" : ` Log: ${log}`}`;
  return { line: line.replaceAll(/\s*\n\s*/g, " "), exitCode: isCi(env) ? 1 : 0 };
}

/** @param {unknown} error */
function unforeseen(error) {
  const code = reason(error);
  if (code === "ENOSPC") return { message: "the disk is full; free 2 GB and run setup again", seeLog: false };
  const place = error instanceof Error && "path" in error ? ` at ${String(error.path)}` : "";
  return { message: `setup failed (${code}${place}); fix that and run setup again`, seeLog: true };
}
