import { createRequire } from "node:module";
import path from "node:path";
import type * as core from "@tensorflow/tfjs-core";
import type { Backend } from "./backend.ts";
import { unavailable } from "./unavailable.ts";

/** TensorFlow.js, as its core package shows it. */
export type TensorFlow = typeof core;

/** TensorFlow.js with its backend set. */
export interface Loaded {
  readonly tf: TensorFlow;
  /** What the backend stands on, for people. */
  readonly standsOn: string;
  /** Starts the backend anew, with memory of its own. */
  readonly renew?: () => Promise<void>;
}

const require = createRequire(import.meta.url);

/**
 * Loads TensorFlow.js and sets its backend.
 *
 * @throws UnsupportedError saying what is missing and the command that mends it.
 */
export async function loadTensorFlow(backend: Backend): Promise<Loaded> {
  try {
    return await loaders[backend]();
  } catch (error) {
    throw unavailable(backend, error);
  }
}

// The core package alone has no gradients in Node. These have the face of the core package and more; their own types
// would bring the DOM's into this project.
const loaders: Readonly<Record<Backend, () => Promise<Loaded>>> = {
  cpu: async () => {
    const tf = checked(require("@tensorflow/tfjs"));
    await use(tf, "cpu");
    return { tf, standsOn: "JavaScript" };
  },
  wasm: async () => {
    const tf = checked(require("@tensorflow/tfjs"));
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    // The folder of the package's main file holds the binaries; the path is put before their names as it is.
    setWasmPaths(path.join(path.dirname(require.resolve("@tensorflow/tfjs-backend-wasm")), "/"));
    await use(tf, "wasm");
    const simd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
    const threads = await tf.env().getAsync("WASM_HAS_MULTITHREAD_SUPPORT");
    const standsOn = ["WebAssembly", simd ? "SIMD" : "no SIMD", threads ? "threads" : "one thread"].join(", ");
    return { tf, standsOn, renew: () => renew(tf, "wasm") };
  },
  node: async () => {
    const tf = checked(require("@tensorflow/tfjs-node"));
    await use(tf, "tensorflow");
    return { tf, standsOn: `TensorFlow ${versionOf(tf.backend())}` };
  },
};

async function use(tf: TensorFlow, name: string): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js could not start its backend "${name}"`);
  await tf.ready();
}

/** Registers a backend once more, so that it is made anew. */
async function renew(tf: TensorFlow, name: string): Promise<void> {
  const factory = tf.findBackendFactory(name);
  // A backend whose memory is corrupted is not asked to free it: that traps again, and the new one is never made.
  tf.backend().dispose = () => undefined;
  tf.removeBackend(name);
  tf.registerBackend(name, factory);
  await use(tf, name);
}

function checked(module: unknown): TensorFlow {
  if (isTensorFlow(module)) return module;
  throw new Error("the package is not TensorFlow.js: it has no gradients");
}

function isTensorFlow(x: unknown): x is TensorFlow {
  return typeof x === "object" && x !== null && "grads" in x && "setBackend" in x;
}

/** The version of the native library, which the backend's binding tells. */
function versionOf(backend: object): string {
  const binding: unknown = "binding" in backend ? backend.binding : undefined;
  const version: unknown =
    typeof binding === "object" && binding !== null && "TF_Version" in binding ? binding.TF_Version : undefined;
  return typeof version === "string" ? version : "of unknown version";
}
