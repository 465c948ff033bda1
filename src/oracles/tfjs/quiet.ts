import { Console } from "node:console";
import util from "node:util";

/**
 * Makes this process ready to load TensorFlow.js. To be called before it is loaded.
 *
 * - stdout is the protocol's, so what anyone logs goes to stderr.
 * - The native library logs errors only, and computes in one thread: small tensors gain nothing from more, several
 *   engines may share the machine, and sums come out the same on all machines. The user's own settings stand.
 * - tfjs-node 4.22 calls functions of `node:util` that Node 23 removed (`isNullOrUndefined`, in its `TopK`) or warns of.
 */
export function prepareProcess(): void {
  globalThis.console = new Console(process.stderr, process.stderr);
  process.env["TF_CPP_MIN_LOG_LEVEL"] ??= "3";
  process.env["TF_NUM_INTRAOP_THREADS"] ??= "1";
  process.env["TF_NUM_INTEROP_THREADS"] ??= "1";
  Object.assign(util, {
    isArray: Array.isArray,
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
  });
}
