// The child process that drives TensorFlow.js: `node tfjs-engine.mjs cpu|wasm|node`.
import { serveProtocol } from "../process/server.ts";
import { BACKENDS, isBackend } from "./backend.ts";
import { tfjsEngine } from "./engine.ts";
import { loadTensorFlow } from "./load.ts";
import { prepareProcess } from "./quiet.ts";

const backend = process.argv[2];
if (isBackend(backend)) {
  prepareProcess();
  const engine = loadTensorFlow(backend).then((loaded) => tfjsEngine(backend, loaded));
  await serveProtocol(engine, process.stdin, process.stdout);
} else {
  process.stderr.write(`expected one of ${BACKENDS.join(", ")}, got ${backend ?? "nothing"}\n`);
  process.exitCode = 2;
}
