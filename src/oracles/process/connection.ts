import { startChild, type Child, type Command } from "./child.ts";
import { EngineCrashError, EngineError, EngineProtocolError, EngineTimeoutError } from "./errors.ts";
import { complaintAbout, errorFrom, readResponse } from "./response.ts";

/** Thrown at requests that were in flight when another one ended the process: they may be sent to the next process. */
export class Interrupted extends Error {}

interface Pending {
  readonly method: string;
  readonly timeoutMs: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** How long an engine may take to end when its input has ended. */
const GRACE_MS = 1000;

/** One life of an engine's process: requests go in, answers come out, until it ends or is ended. */
export class Connection {
  /** What errors call the engine. */
  name: string;
  readonly #child: Child;
  /** By id, the oldest first. */
  readonly #pending = new Map<number, Pending>();
  #timer: NodeJS.Timeout | undefined;
  #sent = 0;
  #answered = 0;
  #alive = true;

  constructor(name: string, command: Command) {
    this.name = name;
    this.#child = startChild(
      command,
      (line) => {
        this.#receive(line);
      },
      (how) => {
        this.#fail(new EngineCrashError(this.name, how, this.#child.stderr, this.#pending.size <= 1), "all");
      },
    );
  }

  /** Whether requests can be sent. */
  get alive(): boolean {
    return this.#alive;
  }

  /** How many requests were answered. */
  get answered(): number {
    return this.#answered;
  }

  /** The result of a method; its form is not checked. */
  async request(method: string, params: object | undefined, timeoutMs: number): Promise<unknown> {
    if (!this.#alive) throw new Interrupted();
    const id = ++this.#sent;
    const line = JSON.stringify({ jsonrpc: "2.0", id, method, params });
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method, timeoutMs, resolve, reject });
      if (this.#pending.size === 1) this.#watch();
      this.#child.write(line);
    });
  }

  /** Lets the process end by itself, or ends it where it is at work; what is in flight is rejected. */
  async end(): Promise<void> {
    const idle = this.#pending.size === 0;
    this.#settle(new EngineError(this.name, `${this.name}: closed`), "all");
    await this.#child.end(idle ? GRACE_MS : 0);
  }

  #receive(line: string): void {
    if (!this.#alive) return;
    const response = readResponse(line);
    const id = response?.id ?? -1;
    const request = this.#pending.get(id);
    if (response === undefined || request === undefined) {
      const message = `${this.name}: ${complaintAbout(line, response)}`;
      this.#fail(new EngineProtocolError(this.name, message), "oldest");
      return;
    }
    const wasOldest = this.#pending.keys().next().value === id;
    this.#pending.delete(id);
    this.#answered++;
    if (wasOldest) this.#watch();
    if (response.error === undefined) request.resolve(response.result);
    else request.reject(errorFrom(this.name, response.error));
  }

  /** Waits for the oldest request, as long as it may take: most engines answer in order, so they are at work on it. */
  #watch(): void {
    clearTimeout(this.#timer);
    const oldest = this.#pending.values().next().value;
    if (oldest === undefined) return;
    const { method, timeoutMs } = oldest;
    this.#timer = setTimeout(() => {
      const message = `${this.name}: no answer to ${method} within ${String(timeoutMs)} ms`;
      this.#fail(new EngineTimeoutError(this.name, message), "oldest");
    }, timeoutMs);
  }

  #fail(error: EngineError, blame: "oldest" | "all"): void {
    if (!this.#alive) return;
    this.#child.kill();
    this.#settle(error, blame);
  }

  #settle(error: EngineError, blame: "oldest" | "all"): void {
    this.#alive = false;
    clearTimeout(this.#timer);
    const [oldest, ...others] = this.#pending.values();
    this.#pending.clear();
    oldest?.reject(error);
    for (const other of others) other.reject(blame === "all" ? error : new Interrupted());
  }
}
