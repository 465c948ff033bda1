import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Unit } from "../../../golden/files.ts";

/** Computes files of vectors side by side, and hands on the text of each as it is done. */
export async function generateFiles(units: readonly Unit[], onFile: (unit: Unit, text: string) => void): Promise<void> {
  const waiting = [...units];
  const count = Math.min(availableParallelism(), units.length);
  // Built, this file is part of a chunk in `dist/`, where the worker lies too.
  const workers = Array.from({ length: count }, () => new Worker(new URL("./golden-worker.mjs", import.meta.url)));
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let unit = waiting.shift(); unit !== undefined; unit = waiting.shift())
          onFile(unit, await computed(worker, unit));
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function computed(worker: Worker, unit: Unit): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners().once("message", resolve).once("error", reject);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin.
    worker.postMessage(unit);
  });
}
