import { CotangentError } from "../../base/errors.ts";

/** What an engine outside this process answered as an error, or did instead of answering. */
export class EngineError extends CotangentError {
  override readonly name: string = "EngineError";
  /** The error code that the engine gave; 5 where it gave none. */
  override readonly code: number;
  /** The engine's name. */
  readonly engine: string;

  constructor(engine: string, message: string, code: number = 5) {
    super(message);
    this.engine = engine;
    this.code = code;
  }
}

/** The engine's process ended, or could not be started. */
export class EngineCrashError extends EngineError {
  override readonly name = "EngineCrashError";
  /** How it ended, in words that are the same every time: `ended by SIGSEGV`. */
  readonly how: string;
  /** The last lines that it wrote to stderr. */
  readonly stderr: string;
  /** Whether no other request was in flight, so that this one is to blame. */
  readonly alone: boolean;

  constructor(engine: string, how: string, stderr: string, alone: boolean = true) {
    const others = alone ? "" : " (other requests were in flight: any of them may be to blame)";
    super(
      engine,
      `${engine}: the engine's process ${how}${others}${stderr === "" ? "" : `; its last words:\n${stderr}`}`,
    );
    this.how = how;
    this.stderr = stderr;
    this.alone = alone;
  }
}

/** The engine did not answer in time. */
export class EngineTimeoutError extends EngineError {
  override readonly name = "EngineTimeoutError";
}

/** The engine answered something that is not by the protocol. */
export class EngineProtocolError extends EngineError {
  override readonly name = "EngineProtocolError";
}

/** A message that is no request of the protocol, as the one who answers it sees it. */
export class RequestError extends CotangentError {
  override readonly name = "RequestError";
  override readonly code: -32700 | -32600 | -32601;

  constructor(code: -32700 | -32600 | -32601, message: string) {
    super(message);
    this.code = code;
  }
}
