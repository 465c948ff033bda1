import { GradientError, ResultError } from "../../base/errors.ts";
import { formatShape, sizeOf, type Shape } from "../../base/shape.ts";
import { shown } from "../../base/shown.ts";
import { Tensor } from "../../tensor/tensor.ts";
import type { Arrays } from "../engine.ts";
import { EngineProtocolError } from "./errors.ts";

/** What an engine in this process answered, of which nothing is known yet. */
export interface Answer {
  readonly engine: string;
  readonly method: string;
  readonly result: unknown;
}

/**
 * The arrays of exactly these names under one member of an answer.
 *
 * @throws EngineProtocolError where it holds no arrays by name, or lacks an output; GradientError where it lacks a
 * derivative; ResultError for an array whose elements are not float64, or do not fill its shape.
 */
export function membersRead({ engine, method, result }: Answer, member: string, names: readonly string[]): Arrays {
  const bad = (what: string): EngineProtocolError =>
    new EngineProtocolError(engine, `${engine}: bad answer to ${method}: ${what}`);
  const arrays = membersOf(membersOf({ result }, "result"), member);
  if (arrays === null) throw bad(`${member} holds no arrays by name`);
  return Object.fromEntries(
    names.map((name) => {
      const x = arrays[name] ?? null;
      if (x !== null) return [name, read(x, `${engine}: ${member}.${name}`)];
      throw member === "outputs"
        ? bad(`outputs.${name} is missing`)
        : new GradientError(`${engine}: ${member}.${name} is missing`);
    }),
  );
}

/** The Jacobians of an answer: for each output, an array for each input. Throws as {@link membersRead}. */
export function jacobiansRead(
  { engine, method, result }: Answer,
  outputs: readonly string[],
  wrt: readonly string[],
): Readonly<Record<string, Arrays>> {
  const jacobians = membersOf(membersOf({ result }, "result"), "jacobians");
  return Object.fromEntries(outputs.map((out) => [out, membersRead({ engine, method, result: jacobians }, out, wrt)]));
}

function membersOf(
  of: Readonly<Record<string, unknown>> | null,
  member: string,
): Readonly<Record<string, unknown>> | null {
  const value = of?.[member];
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}

function read(x: unknown, what: string): Tensor {
  if (typeof x !== "object") throw new ResultError("wrong-dtype", `${what} is no array, but ${shown(x)}`);
  const { shape, data } = x as { readonly shape?: unknown; readonly data?: unknown };
  if (!isShape(shape)) throw new ResultError("wrong-shape", `${what} has no shape, but ${shown(shape)}`);
  if (!(data instanceof Float64Array))
    throw new ResultError("wrong-dtype", `${what} is not of float64, but ${typeOf(data)}`);
  if (data.length !== sizeOf(shape))
    throw new ResultError(
      "wrong-shape",
      `${what} is of shape ${formatShape(shape)} and holds ${String(data.length)} numbers`,
    );
  return x instanceof Tensor ? x : new Tensor(shape, data);
}

function isShape(shape: unknown): shape is Shape {
  return Array.isArray(shape) && shape.every((d) => Number.isInteger(d) && d >= 0);
}

function typeOf(data: unknown): string {
  return typeof data === "object" && data !== null ? data.constructor.name : shown(data);
}
