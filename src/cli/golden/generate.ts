import { availableParallelism } from "node:os";
import type { Unit } from "../../../golden/files.ts";
import { Pool } from "../pool.ts";

/** Computes files of vectors side by side, and hands on the text of each as it is done. */
export async function generateFiles(units: readonly Unit[], onFile: (unit: Unit, text: string) => void): Promise<void> {
  // Built, this file is part of a chunk in `dist/`, where the worker lies too.
  const entry = new URL("./golden-worker.mjs", import.meta.url);
  const pool = new Pool<Unit, string>(entry, Math.min(availableParallelism(), units.length), null);
  try {
    await Promise.all(
      units.map(async (unit) => {
        onFile(unit, await pool.ask(unit));
      }),
    );
  } finally {
    await pool.close();
  }
}
