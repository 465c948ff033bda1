import { InputError } from "./errors.ts";
import { sizeOf, type Shape } from "./shape.ts";
import { shown } from "./shown.ts";

/** A float64 in JSON: a number, or one of the four values that JSON has no form for. */
export type JsonNumber = number | "NaN" | "Infinity" | "-Infinity" | "-0";

/** An array in JSON: its shape and its elements, row-major. */
export interface JsonArray {
  readonly shape: Shape;
  readonly data: readonly JsonNumber[];
}

/** Encodes one float64 so that {@link decodeNumber} gives the same bits back. */
export function encodeNumber(x: number): JsonNumber {
  if (Number.isFinite(x)) return Object.is(x, -0) ? "-0" : x;
  if (Number.isNaN(x)) return "NaN";
  return x > 0 ? "Infinity" : "-Infinity";
}

/**
 * Decodes one number of the contract's JSON form.
 *
 * @throws InputError naming `path` for anything else.
 */
export function decodeNumber(x: unknown, path: string): number {
  if (typeof x === "number" && Number.isFinite(x)) return x;
  switch (x) {
    case "NaN":
      return Number.NaN;
    case "Infinity":
      return Number.POSITIVE_INFINITY;
    case "-Infinity":
      return Number.NEGATIVE_INFINITY;
    case "-0":
      return -0;
    default:
      throw new InputError(
        `${path}: expected a number or one of "NaN", "Infinity", "-Infinity", "-0", got ${shown(x)}`,
      );
  }
}

/** Encodes a shape and its elements as a JSON array object. */
export function encodeArray(array: { readonly shape: Shape; readonly data: ArrayLike<number> }): JsonArray {
  return { shape: [...array.shape], data: Array.from(array.data, encodeNumber) };
}

/**
 * Decodes `{"shape": [...], "data": [...]}`.
 *
 * @throws InputError naming the path of the part that is not as it should be.
 */
export function decodeArray(x: unknown, path: string): { readonly shape: Shape; readonly data: Float64Array } {
  if (typeof x !== "object" || x === null || !("shape" in x) || !("data" in x))
    throw new InputError(`${path}: expected an array {"shape": [...], "data": [...]}`);
  const { shape, data } = x;
  if (!Array.isArray(shape) || !shape.every((d): d is number => Number.isSafeInteger(d) && Number(d) >= 0))
    throw new InputError(`${path}.shape: expected a list of whole numbers that are 0 or more`);
  if (!Array.isArray(data)) throw new InputError(`${path}.data: expected a flat list of numbers, row-major`);
  if (data.length !== sizeOf(shape))
    throw new InputError(
      `${path}.data: shape [${shape.join(",")}] holds ${String(sizeOf(shape))} numbers, got ${String(data.length)}`,
    );
  return { shape, data: Float64Array.from(data, (value, i) => decodeNumber(value, `${path}.data[${String(i)}]`)) };
}
