import type { Outcome } from "../suite/journal.ts";
import type { Planned } from "../suite/plan.ts";
import type { VerifyOptions, Workers } from "../suite/verify.ts";
import { builtInEngines, type EngineCommand } from "./engines.ts";
import { Pool } from "./pool.ts";

/** What a worker of a run has to know. */
export interface Share {
  readonly engines: readonly string[];
  readonly commands: readonly EngineCommand[];
  readonly laws: readonly string[];
  readonly thorough: boolean;
  readonly seed: number;
}

/** Cases that each worker is given at a time: one that it works on and one to go on with. */
const EACH = 2;

/** Starts workers that try the cases of a run, each with engines of its own. */
export function verifyWorkers(
  count: number,
  { engines, laws, orders, thorough, seed }: VerifyOptions,
  outside: readonly EngineCommand[],
): Workers & { close: () => Promise<void> } {
  const running = engines.map(({ description }) => description.engine);
  const share: Share = {
    engines: builtInEngines.filter((name) => running.includes(name)),
    commands: outside.filter(({ name }) => running.includes(name)),
    laws: laws.filter(({ order }) => order === 0 || orders.includes(order)).map(({ name }) => name),
    thorough,
    seed,
  };
  // Built, this file is part of a chunk in `dist/`, where the worker lies too.
  const pool = new Pool<Planned, Outcome[]>(new URL("./verify-worker.mjs", import.meta.url), count, share);
  return { attempt: (planned) => pool.ask(planned), ahead: count * EACH, close: () => pool.close() };
}
