import { CotangentError } from "../../base/errors.ts";
import type { DerivativeRequest, Engine } from "../engine.ts";
import { EngineError, EngineTimeoutError } from "./errors.ts";
import { jacobiansRead, membersRead, type Answer } from "./results.ts";

/** How long an engine may take over one answer: longer than one in a process of its own, which has a limit itself. */
const PATIENCE_MS = 600_000;

/**
 * An engine in this process, held to what one in a process of its own is held to: whatever it throws rejects as an
 * EngineError, no answer in time as an EngineTimeoutError, and an answer that is none as what `membersRead` says of it.
 *
 * @param patienceMs for one answer; an engine that never hands over control cannot be stopped from here.
 */
export function guarded(engine: Engine, patienceMs: number = PATIENCE_MS): Engine {
  const name = engine.description.engine;

  async function ask<T>(method: string, question: () => Promise<T>, read: (answer: Answer) => T): Promise<T> {
    const late = `${name}: no answer to ${method} within ${String(patienceMs / 1000)} s`;
    return read({ engine: name, method, result: await inTime(question, late) });
  }

  async function inTime<T>(question: () => Promise<T>, late: string): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new EngineTimeoutError(name, late));
      }, patienceMs);
    });
    try {
      // Called inside of a promise, for it may throw before it gives one.
      return await Promise.race([Promise.resolve().then(question), over]);
    } catch (error) {
      throw error instanceof CotangentError ? error : new EngineError(name, `${name}: ${said(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }

  const derivative = engine.derivative?.bind(engine);
  return {
    ...engine,
    ...(derivative === undefined
      ? {}
      : {
          derivative: (r: DerivativeRequest) =>
            ask(
              "derivative",
              () => derivative(r),
              (answer) => ({
                outputs: membersRead(answer, "outputs", r.program.outputs),
                products: membersRead(answer, "products", r.wrt),
              }),
            ),
        }),
    value: (r) =>
      ask(
        "value",
        () => engine.value(r),
        (answer) => ({ outputs: membersRead(answer, "outputs", r.program.outputs) }),
      ),
    vjp: (r) =>
      ask(
        "vjp",
        () => engine.vjp(r),
        (answer) => ({
          outputs: membersRead(answer, "outputs", r.program.outputs),
          gradients: membersRead(answer, "gradients", r.wrt),
        }),
      ),
    jvp: (r) =>
      ask(
        "jvp",
        () => engine.jvp(r),
        (answer) => ({
          outputs: membersRead(answer, "outputs", r.program.outputs),
          tangents: membersRead(answer, "tangents", r.program.outputs),
        }),
      ),
    jacobian: (r) =>
      ask(
        "jacobian",
        () => engine.jacobian(r),
        (answer) => ({
          outputs: membersRead(answer, "outputs", r.program.outputs),
          jacobians: jacobiansRead(answer, r.program.outputs, r.wrt),
        }),
      ),
    hvp: (r) =>
      ask(
        "hvp",
        () => engine.hvp(r),
        (answer) => ({
          outputs: membersRead(answer, "outputs", r.program.outputs),
          gradients: membersRead(answer, "gradients", r.wrt),
          products: membersRead(answer, "products", r.wrt),
        }),
      ),
  };
}

/** What was thrown, in words. */
function said(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === "string") return error;
  return `threw ${typeof error === "object" && error !== null ? JSON.stringify(error) : String(error)}`;
}
