// @ts-check
// `npm run setup`: makes @tensorflow/tfjs-node work, by whatever way there is, and says in one line what came of it.
import { constants } from "node:os";
import path from "node:path";
import { cacheRoot } from "./cache.mjs";
import { createLog } from "./log.mjs";
import { describeFailure } from "./outcome.mjs";
import { createProgress } from "./progress.mjs";
import { createRun } from "./run.mjs";
import { setUp } from "./setup.mjs";
import { locateTfjsNode } from "./tfjs-node.mjs";

const { env } = process;
const interrupt = new AbortController();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  // npm hands on the Ctrl-C that the terminal has sent already: further ones must not cut the clean-up short.
  process.on(signal, () => interrupt.abort(signal));
}
// Whoever reads the output may stop reading; the work goes on.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const log = createLog();
try {
  const tfjsNode = locateTfjsNode();
  const run = createRun({ log: log.write, signal: interrupt.signal });
  const progress = createProgress(process.stderr, env);
  const { tensorflow } = await setUp({ tfjsNode, env, progress, run, log: log.write, signal: interrupt.signal });
  console.log(`tfjs-node ${tfjsNode.version} ready (TensorFlow ${tensorflow})`);
} catch (error) {
  if (interrupt.signal.aborted) {
    const signal = /** @type {"SIGINT" | "SIGTERM" | "SIGHUP"} */ (interrupt.signal.reason);
    console.error("Setup was interrupted; nothing is half-done. Run it again to go on.");
    process.exitCode = 128 + constants.signals[signal];
  } else {
    log.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
    const { line, exitCode } = describeFailure(error, {
      env,
      saveLog: () => log.save(path.join(cacheRoot(env), "logs")),
    });
    console.error(line);
    process.exitCode = exitCode;
  }
}
