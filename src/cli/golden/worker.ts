// The worker that computes golden vectors: it is sent the units one by one, and answers each with the text of its file.
import { parentPort } from "node:worker_threads";
import { generate, type Unit } from "../../../golden/files.ts";

parentPort!.on("message", (unit: Unit) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin.
  parentPort!.postMessage(generate(unit));
});
