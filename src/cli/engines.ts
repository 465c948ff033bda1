import { CotangentError, InputError } from "../base/errors.ts";
import { cotangent } from "../oracles/cotangent.ts";
import type { Engine } from "../oracles/engine.ts";
import { engineProcess } from "../oracles/process/client.ts";
import { tfjs } from "../oracles/tfjs/index.ts";
import type { UnavailableEngine } from "../suite/verify.ts";
import { oneLine } from "../../reports/text.ts";
import { breathing } from "./breathe.ts";
import { EngineUnavailableError } from "./engine-unavailable.ts";
import { ownVersion } from "./package.ts";
import { shellWords } from "./shell-words.ts";

/** What TensorFlow.js answers, it answers in milliseconds; where it hangs, it is not waited for long. */
const PATIENCE = { timeoutMs: 10_000 };

/** The engines that Cotangent starts by itself, our own first. */
const builtIn: ReadonlyMap<string, () => Promise<Engine>> = new Map([
  ["cotangent", () => Promise.resolve(breathing(cotangent(ownVersion)))],
  ["tfjs-cpu", () => tfjs("cpu", PATIENCE)],
  ["tfjs-wasm", () => tfjs("wasm", PATIENCE)],
  ["tfjs-node", () => tfjs("node", PATIENCE)],
]);

/** The names of the engines that Cotangent starts by itself. */
export const builtInEngines: readonly string[] = [...builtIn.keys()];

/** How long an outside engine may take over one answer, where it is not said. */
export const ANSWER_MS = 30_000;

/** An outside engine: `--engine-command 'NAME=CMD'`. */
export interface EngineCommand {
  readonly name: string;
  readonly words: readonly string[];
  /** As it was given. */
  readonly text: string;
  /** How long it may take over one answer, where it is not as long as any may. */
  readonly timeoutMs?: number;
}

/** Reads one more `NAME=CMD`. */
export function engineCommand(text: string, before: readonly EngineCommand[] = []): readonly EngineCommand[] {
  const flag = "--engine-command";
  const [, name, command] = /^([A-Za-z0-9][\w.-]*)=(.*)$/su.exec(text) ?? [];
  if (name === undefined || command === undefined)
    throw new InputError(
      `${flag}: expected NAME=CMD, such as 'torch=python3 adapters/torch.py', got "${oneLine(text)}"`,
    );
  if (builtIn.has(name)) throw new InputError(`${flag}: "${name}" is Cotangent's own name of an engine; take another`);
  if (before.some((other) => other.name === name)) throw new InputError(`${flag}: "${name}" is given twice`);
  const words = shellWords(command, `${flag}: ${name}`);
  if (words.length === 0) throw new InputError(`${flag}: ${name} has no command after the "="`);
  return [...before, { name, words, text }];
}

/** The engines that run, and why the others do not. */
export interface StartedEngines {
  readonly engines: readonly Engine[];
  readonly unavailable: readonly UnavailableEngine[];
}

/** Starts engines side by side: those of Cotangent by their names, and outside ones. */
export async function startEngines(
  names: readonly string[],
  commands: readonly EngineCommand[],
): Promise<StartedEngines> {
  const starts = [
    ...names.map((name) => ({ name, start: builtIn.get(name)! })),
    ...commands.map(({ name, words: [command = "", ...args], timeoutMs = ANSWER_MS }) => ({
      name,
      start: () => engineProcess({ name, command, args, timeoutMs }),
    })),
  ];
  const started = await Promise.all(
    starts.map(async ({ name, start }) => {
      try {
        return await start();
      } catch (error) {
        if (!(error instanceof CotangentError)) throw error;
        return { name, because: withoutName(name, oneLine(error.message)) };
      }
    }),
  );
  return {
    engines: started.filter((one): one is Engine => "description" in one),
    unavailable: started.filter((one): one is UnavailableEngine => "because" in one),
  };
}

/**
 * Refuses to go on without an engine that was asked for.
 *
 * @throws EngineUnavailableError saying why it does not run, and what mends it.
 */
export function insistOn(asked: readonly string[], { unavailable }: StartedEngines): void {
  const missing = unavailable.filter(({ name }) => asked.includes(name));
  if (missing.length === 0) return;
  throw new EngineUnavailableError(
    missing.map(({ name, because }) => `${name} does not run here: ${because}`).join("\n"),
  );
}

/** Lets engines go. */
export async function closeEngines(engines: readonly Engine[]): Promise<void> {
  await Promise.all(engines.map((engine) => engine.close()));
}

/** Messages of engines begin with their names. */
function withoutName(name: string, message: string): string {
  let rest = message;
  while (rest.startsWith(`${name}: `)) rest = rest.slice(name.length + 2);
  return rest;
}
