import type { Command } from "./child.ts";
import { Connection, Interrupted } from "./connection.ts";
import { EngineCrashError, EngineError } from "./errors.ts";

/** How long an engine may take, in milliseconds, and how often it may fail. */
export interface Patience {
  /** For one request. */
  readonly timeoutMs: number;
  /** From the start of the process to its answer to `describe`. */
  readonly startTimeoutMs: number;
  /** How many times in a row the process is started again without having answered anything. */
  readonly restarts: number;
}

/** An engine's process that is started again when it is gone. */
export class Respawn {
  #name: string;
  readonly #command: Command;
  readonly #patience: Patience;
  #connection: Connection | undefined;
  #starting: Promise<Connection> | undefined;
  /** Lives in a row that ended before they answered anything but `describe`. */
  #fruitless = 0;
  #closed = false;

  constructor(name: string, command: Command, patience: Patience) {
    this.#name = name;
    this.#command = command;
    this.#patience = patience;
  }

  /** What errors call the engine; it is known when it has described itself. */
  set name(name: string) {
    this.#name = name;
    if (this.#connection !== undefined) this.#connection.name = name;
  }

  /** The result of a method, from the process at hand or a new one. */
  async ask(method: string, params?: object): Promise<unknown> {
    for (;;) {
      const connection = await this.#connected();
      try {
        return await connection.request(method, params, this.#patience.timeoutMs);
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
      }
    }
  }

  /** Starts the process, and gives its answer to `describe`. */
  async start(): Promise<unknown> {
    const connection = new Connection(this.#name, this.#command);
    this.#connection = connection;
    try {
      return await connection.request("describe", undefined, this.#patience.startTimeoutMs);
    } catch (error) {
      await connection.end();
      throw error;
    }
  }

  /** Ends the process; the next request starts another. */
  async renew(): Promise<void> {
    await this.#connection?.end();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#connection?.end();
  }

  async #connected(): Promise<Connection> {
    if (this.#closed) throw new EngineError(this.#name, `${this.#name}: closed`);
    if (this.#starting !== undefined) return this.#starting;
    if (this.#connection?.alive === true) return this.#connection;
    this.#starting = this.#restart().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #restart(): Promise<Connection> {
    if ((this.#connection?.answered ?? 0) > 1) this.#fruitless = 0;
    if (++this.#fruitless > this.#patience.restarts)
      throw new EngineCrashError(
        this.#name,
        `ended ${String(this.#fruitless)} times in a row; it is not started again`,
        "",
      );
    await this.start();
    return this.#connection!;
  }
}
