import { spawn, type ChildProcess } from "node:child_process";
import { LineSplitter } from "./line-splitter.ts";

/** How to start an engine. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to the environment of this process. */
  readonly env: Readonly<Record<string, string>>;
}

/** A process that reads lines and writes lines. */
export interface Child {
  /** The last lines that it wrote to stderr. */
  readonly stderr: string;
  write(line: string): void;
  /** Ends it at once, with the processes that it started. */
  kill(): void;
  /** Ends its input, and it at once where it goes on for longer than `graceMs`. */
  end(graceMs: number): Promise<void>;
}

/** How long an ended process's pipes may stay open (a child of its own may hold them) before what came is taken as all. */
const LINGER_MS = 1000;
const KEPT_STDERR = 4000;

/**
 * Starts a process.
 *
 * @param onLine is told each line of its stdout.
 * @param onEnd is told how it ended, in words, or why it could not be started.
 */
export function startChild(
  { command, args, env }: Command,
  onLine: (line: string) => void,
  onEnd: (how: string) => void,
): Child {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    // A process group of its own, so that the children of a shell end with it, and Ctrl-C reaches only us.
    detached: process.platform !== "win32",
  });
  living.add(child);
  const ended = (code: number | null, signal: string | null): void => {
    living.delete(child);
    onEnd(signal === null ? `ended with exit code ${String(code)}` : `was ended by ${signal}`);
  };
  child.on("error", (error) => {
    onEnd(`could not be started (${error.message})`);
  });
  child.on("close", ended);
  child.on("exit", (code, signal) => setTimeout(ended, LINGER_MS, code, signal).unref());
  // That its input is closed is told by its end.
  child.stdin.on("error", () => undefined);
  const splitter = new LineSplitter();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    splitter.push(text).forEach(onLine);
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-KEPT_STDERR);
  });
  return {
    get stderr() {
      return stderr.trim().split("\n").slice(-20).join("\n");
    },
    write: (line) => child.stdin.write(`${line}\n`),
    kill: () => {
      killGroup(child);
    },
    end: async (graceMs) => {
      if (!isRunning(child)) return;
      const timer = setTimeout(killGroup, graceMs, child);
      await new Promise((resolve) => {
        child.once("exit", resolve);
        child.stdin.end();
      });
      clearTimeout(timer);
    },
  };
}

const living = new Set<ChildProcess>();
// One that hangs would outlive us: it does not see that its input ended.
process.on("exit", () => {
  living.forEach(killGroup);
});

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Ends a process and those that it started. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}
