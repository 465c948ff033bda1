import { basename } from "node:path";
import { InputError, UnsupportedError } from "../../base/errors.ts";
import type { Description, Engine, Method, ValueRequest, VjpRequest } from "../engine.ts";
import { readArrays, readDescription, readEffects, readJacobians } from "./answers.ts";
import { encodeArrays } from "./arrays.ts";
import { EngineProtocolError } from "./errors.ts";
import { Respawn, type Patience } from "./respawn.ts";

/** An engine in a process of its own. */
export interface EngineProcessOptions extends Partial<Patience> {
  /** What it is called here; what it calls itself, where this is left out. */
  readonly name?: string;
  readonly command: string;
  readonly args?: readonly string[];
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether its kernels may spoil what later ones compute with, so that it is worth while to start it anew. */
  readonly spoils?: boolean;
}

/**
 * Starts an engine that speaks the protocol (CONTRACT.md) on its stdin and stdout, in any language.
 *
 * A process that ends is started again for the next request. Requests may be sent at the same time; where one takes too
 * long or is answered with garbage, the others go to the next process, and where the process ends, all that were in
 * flight are rejected.
 *
 * @param options `timeoutMs` for a request is 30 seconds unless given, `startTimeoutMs` a minute, and after 20
 * `restarts` in a row without an answer it is given up.
 * @returns the engine. Its methods reject with an {@link EngineCrashError}, {@link EngineTimeoutError},
 * {@link EngineProtocolError}, an UnsupportedError for what it says it does not have, and for its other errors an
 * {@link EngineError} with its code and message.
 * @throws the same, when it cannot be started or does not describe itself.
 * @example
 * const engine = await engineProcess({ command: "python3", args: ["adapters/torch.py"] });
 * const { gradients } = await engine.vjp({ program, inputs, wrt: ["W"], cotangents });
 * await engine.close();
 */
export async function engineProcess(options: EngineProcessOptions): Promise<Engine> {
  const { command, args = [], env = {}, timeoutMs = 30_000, startTimeoutMs = 60_000, restarts = 20 } = options;
  const name = options.name ?? basename(command);
  const child = new Respawn(name, { command, args, env }, { timeoutMs, startTimeoutMs, restarts });
  const answer = await child.start();
  try {
    const described = checked(name, "describe", () => readDescription(answer));
    const description = { ...described, engine: options.name ?? described.engine };
    child.name = description.engine;
    return engineOf(child, description, options.spoils === true);
  } catch (error) {
    await child.close();
    throw error;
  }
}

function engineOf(child: Respawn, description: Description, spoils: boolean): Engine {
  const { engine: name, methods } = description;
  const ops = new Set(description.ops);

  /** Sends a request, and reads the answer with `read`. */
  async function ask<T>(
    method: Method,
    { program, inputs }: ValueRequest,
    rest: object,
    read: (result: unknown) => T,
  ): Promise<T> {
    if (!methods.includes(method)) throw new UnsupportedError(`${name} has no ${method}; it has ${methods.join(", ")}`);
    const unknown = program.steps.find(({ op }) => !ops.has(op));
    if (unknown !== undefined) throw new UnsupportedError(`${name} has no op "${unknown.op}"`);
    const result = await child.ask(method, { program, inputs: encodeArrays(inputs), ...rest });
    return checked(name, method, () => read(result));
  }

  return {
    description,
    value: (request) =>
      ask("value", request, {}, (result) => ({ outputs: readArrays(result, "outputs", request.program.outputs) })),
    vjp: (request) => {
      const { program, wrt, cotangents } = request;
      const rest = { wrt, cotangents: cotangents && encodeArrays(cotangents) };
      return ask("vjp", request, rest, (result) => ({
        outputs: readArrays(result, "outputs", program.outputs),
        gradients: readArrays(result, "gradients", wrt),
      }));
    },
    jvp: (request) => {
      const { program, tangents } = request;
      return ask("jvp", request, { tangents: encodeArrays(tangents) }, (result) => ({
        outputs: readArrays(result, "outputs", program.outputs),
        tangents: readArrays(result, "tangents", program.outputs),
      }));
    },
    jacobian: (request) => {
      const { program, wrt } = request;
      return ask("jacobian", request, { wrt }, (result) => ({
        outputs: readArrays(result, "outputs", program.outputs),
        jacobians: readJacobians(result, program.outputs, wrt),
      }));
    },
    hvp: (request) => {
      const { program, wrt, cotangents, tangents } = request;
      const rest = { wrt, cotangents: cotangents && encodeArrays(cotangents), tangents: encodeArrays(tangents) };
      return ask("hvp", request, rest, (result) => ({
        outputs: readArrays(result, "outputs", program.outputs),
        gradients: readArrays(result, "gradients", wrt),
        products: readArrays(result, "products", wrt),
      }));
    },
    ...(methods.includes("effects")
      ? {
          effects: ({ wrt, cotangents, ...point }: VjpRequest) =>
            ask("effects", point, { wrt, cotangents: cotangents && encodeArrays(cotangents) }, readEffects),
        }
      : {}),
    derivative: (request) => {
      const { program, wrt, cotangents, tangents, order } = request;
      const rest = { wrt, cotangents: cotangents && encodeArrays(cotangents), tangents: encodeArrays(tangents), order };
      return ask("derivative", request, rest, (result) => ({
        outputs: readArrays(result, "outputs", program.outputs),
        products: readArrays(result, "products", wrt),
      }));
    },
    ...(spoils ? { renew: () => child.renew() } : {}),
    close: () => child.close(),
  };
}

/** What `read` gives; what it objects to is the engine's fault. */
function checked<T>(engine: string, method: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new EngineProtocolError(engine, `${engine}: bad answer to ${method}: ${error.message}`);
  }
}
