import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** How long a worker may take to end by itself, in milliseconds. */
const GRACE_MS = 3000;

/** Processes that are given tasks and answer each of them, one at a time. They end with this process, however it ends. */
export class Pool<Task, Answer> {
  readonly #idle: ChildProcess[];
  readonly #all: readonly ChildProcess[];
  readonly #waiting: ((worker: ChildProcess) => void)[] = [];

  /**
   * @param entry the program of a worker, in which `answering` answers.
   * @param data what each is given when it starts, in JSON.
   */
  constructor(entry: URL, count: number, data: unknown) {
    const program = fileURLToPath(entry);
    this.#all = Array.from({ length: count }, () =>
      fork(program, [JSON.stringify(data)], { serialization: "advanced" }),
    );
    this.#idle = [...this.#all];
  }

  /** What the next worker that is free answers to a task; rejects where the worker ends instead. */
  async ask(task: Task): Promise<Answer> {
    const worker = this.#idle.pop() ?? (await new Promise<ChildProcess>((free) => this.#waiting.push(free)));
    try {
      return await new Promise((resolve, reject) => {
        worker.removeAllListeners("message").once("message", resolve);
        worker.removeAllListeners("exit").once("exit", (code, signal) => {
          reject(new Error(`a worker ended with ${String(code ?? signal)}`));
        });
        worker.send({ task }, (error) => {
          if (error !== null) reject(error);
        });
      });
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(worker);
      else next(worker);
    }
  }

  /** Ends all of them, and those at once that do not end by themselves. */
  async close(): Promise<void> {
    await Promise.all(
      this.#all.map(async (worker) => {
        if (!worker.connected) return;
        const ended = once(worker, "exit");
        const timer = setTimeout(() => worker.kill("SIGKILL"), GRACE_MS);
        worker.disconnect();
        await ended;
        clearTimeout(timer);
      }),
    );
  }
}
