// @ts-check
import util from "node:util";

/**
 * Puts back the functions of `node:util` that tfjs-node 4.22 calls and Node has deprecated: `isNullOrUndefined` (gone since
 * Node 23; its `TopK` kernel and its tensor lists call it) and `isArray`. Where Node still has them, it warns at their first
 * call; these do not. To be called before tfjs-node is loaded.
 */
export function restoreUtil() {
  Object.assign(util, {
    isArray: Array.isArray,
    isNullOrUndefined: (/** @type {unknown} */ value) => value === null || value === undefined,
  });
}
