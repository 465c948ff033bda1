import { fileURLToPath } from "node:url";
import type { Engine } from "../engine.ts";
import { engineProcess, type EngineProcessOptions } from "../process/client.ts";
import type { Backend } from "./backend.ts";

/** How {@link tfjs} runs its process. */
export interface TfjsOptions extends Pick<EngineProcessOptions, "timeoutMs" | "startTimeoutMs" | "restarts"> {
  /** The program of the process; the one that Cotangent ships unless given. */
  readonly entry?: URL;
}

/**
 * TensorFlow.js as an engine, in a process of its own, so that a native crash is a finding and not the end of the run.
 *
 * @param backend `cpu` (plain JavaScript), `wasm` (WebAssembly) or `node` (the native TensorFlow, by tfjs-node).
 * @throws UnsupportedError where the packages of the backend are missing or do not work; it names the command that
 * mends it.
 * @example
 * const engine = await tfjs("wasm");
 * const { outputs } = await engine.value({ program, inputs });
 * await engine.close();
 */
export async function tfjs(backend: Backend, options: TfjsOptions = {}): Promise<Engine> {
  // Built, this file is part of a chunk in `dist/`, where the program lies too.
  const { entry = new URL("./tfjs-engine.mjs", import.meta.url), ...patience } = options;
  return engineProcess({
    ...patience,
    name: `tfjs-${backend}`,
    command: process.execPath,
    args: [fileURLToPath(entry), backend],
    // Some kernels for WebAssembly write past the end of their results.
    spoils: backend === "wasm",
  });
}
