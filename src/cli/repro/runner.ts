import { fork, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Printed, PrintedProgram, RunPrinted } from "../../suite/repro/printed.ts";

/** How long a program may take, TensorFlow.js loaded within it, in milliseconds. */
const PATIENCE_MS = 30_000;
/** After these, a WebAssembly module is not what it was. */
const TRAP = /unreachable|out of bounds|memory access|RuntimeError|divide by zero/;

const require = createRequire(import.meta.url);

/**
 * Runs printed programs in Node, with the TensorFlow.js that is installed here, from a folder that is gone afterwards.
 *
 * @param worker the program that runs them, as built.
 */
export function printedRunner(worker: URL, patienceMs: number = PATIENCE_MS): RunPrinted {
  return async (programs, apart) => {
    const home = mkdtempSync(path.join(tmpdir(), "cotangent-repro-"));
    try {
      linkPackages(home);
      const engines = [...new Set(programs.map(({ engine }) => engine))];
      const printed = new Map<PrintedProgram, Printed>();
      for (const engine of engines) {
        const own = programs.filter((program) => program.engine === engine);
        const child = new Child(fileURLToPath(worker), patienceMs);
        for (const [i, program] of own.entries()) {
          const file = path.join(home, `${engine}-${String(i)}.mjs`);
          writeFileSync(file, program.text);
          printed.set(program, await child.run(file, apart));
        }
        child.end();
      }
      return programs.map((program) => printed.get(program)!);
    } finally {
      rmSync(home, { recursive: true });
    }
  };
}

/** Makes the packages of TensorFlow.js that this package finds importable from a folder. */
function linkPackages(home: string): void {
  const folder = path.join(home, "node_modules", "@tensorflow");
  mkdirSync(folder, { recursive: true });
  for (const name of ["tfjs", "tfjs-backend-wasm", "tfjs-node"]) {
    try {
      const manifest = require.resolve(`@tensorflow/${name}/package.json`);
      symlinkSync(path.dirname(manifest), path.join(folder, name), "junction");
    } catch (error) {
      // A program that imports what is not installed says so itself.
      if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) throw error;
    }
  }
}

/** A process that runs one program after the other, made anew where one of them spoils it. */
class Child {
  #process: ChildProcess | null = null;
  readonly #worker: string;
  readonly #patienceMs: number;

  constructor(worker: string, patienceMs: number) {
    this.#worker = worker;
    this.#patienceMs = patienceMs;
  }

  async run(file: string, apart: boolean): Promise<Printed> {
    const child = (this.#process ??= fork(this.#worker, { serialization: "advanced", silent: true }));
    const printed = await answer(child, file, this.#patienceMs);
    if (apart || "ended" in printed || ("threw" in printed && TRAP.test(printed.threw))) this.end();
    return printed;
  }

  end(): void {
    this.#process?.kill("SIGKILL");
    this.#process = null;
  }
}

async function answer(child: ChildProcess, file: string, patienceMs: number): Promise<Printed> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      settle({ ended: "timeout" });
    }, patienceMs);
    const settle = (printed: Printed): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(printed);
    };
    child.once("message", (printed) => {
      settle(printed as Printed);
    });
    child.once("exit", () => {
      settle({ ended: "crash" });
    });
    child.send({ task: file });
  });
}
