import { decodeArray, encodeArray, type JsonArray } from "../../base/codec.ts";
import { InputError } from "../../base/errors.ts";
import { shown } from "../../base/shown.ts";
import { Tensor } from "../../tensor/tensor.ts";
import type { Arrays } from "../engine.ts";

/** Arrays by name, in JSON. */
export type JsonArrays = Readonly<Record<string, JsonArray>>;

/** Encodes arrays by name. */
export function encodeArrays(arrays: Arrays): JsonArrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, x]) => [name, encodeArray(x)]));
}

/** The members of a JSON object; `what` says what they are, for the error. */
export function membersOf(json: unknown, path: string, what: string): readonly (readonly [string, unknown])[] {
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return Object.entries(json);
  const got = json === undefined ? "nothing" : Array.isArray(json) ? "a list" : shown(json);
  throw new InputError(`${path}: expected an object of ${what} by name, got ${got}`);
}

/**
 * Decodes arrays by name.
 *
 * @throws InputError naming the path of what is not as it should be.
 */
export function decodeArrays(json: unknown, path: string): Arrays {
  return Object.fromEntries(
    membersOf(json, path, "arrays").map(([name, array]) => {
      const { shape, data } = decodeArray(array, `${path}.${name}`);
      return [name, new Tensor(shape, data)];
    }),
  );
}

/**
 * Decodes the arrays of exactly these names; others are passed over.
 *
 * @throws InputError as {@link decodeArrays}, and for one that is missing.
 */
export function decodeNamed(json: unknown, path: string, names: readonly string[]): Arrays {
  const members = new Map(membersOf(json, path, "arrays"));
  return Object.fromEntries(
    names.map((name) => {
      if (!members.has(name)) throw new InputError(`${path}: "${name}" is missing`);
      const { shape, data } = decodeArray(members.get(name), `${path}.${name}`);
      return [name, new Tensor(shape, data)];
    }),
  );
}
