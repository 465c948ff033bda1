import { InputError } from "../base/errors.ts";
import { didYouMean } from "../base/nearest.ts";
import type { Shape } from "../base/shape.ts";
import { shown } from "../base/shown.ts";

/** One attribute of an op: what it means, what stands when it is left out, and how it is read. */
export interface Attr<T> {
  /** What it means, in a line. */
  readonly doc: string;
  /** The type as documentation shows it. */
  readonly type: string;
  /** The value when it is left out; `undefined` when it must be given. */
  readonly fallback: T | undefined;
  /** Whether `value` is one of this attribute's. */
  readonly accepts: (value: unknown) => boolean;
  /** The values that are told apart, where they can be listed: every one of them is to be sampled. */
  readonly values?: readonly T[];
  /** Whether it counts axes, so that every axis of every rank is to be sampled. */
  readonly countsAxes?: boolean;
}

/** The attributes of an op, by name. */
export type Attrs<A extends object> = { readonly [K in keyof A]-?: Attr<Exclude<A[K], undefined>> };

/** Two whole numbers. */
export type Pair = readonly [number, number];

const isInteger = (x: unknown): boolean => Number.isSafeInteger(x);
const isList = (x: unknown): x is readonly unknown[] => Array.isArray(x) && x.every(isInteger);
const isPair = (x: unknown): boolean => isList(x) && x.length === 2;
const isCount = (x: unknown): boolean => isInteger(x) && Number(x) >= 0;
const isTwoLists = (x: unknown): boolean => Array.isArray(x) && x.length === 2 && x.every(isList);

/** `true` or `false`. */
export function flag(doc: string): Attr<boolean> {
  return { doc, type: "boolean", fallback: false, accepts: (x) => typeof x === "boolean", values: [true, false] };
}

/** `true` or `false`, and true unless given. */
export function flagOn(doc: string): Attr<boolean> {
  return { ...flag(doc), fallback: true };
}

/** One of a few words or numbers; the first one stands when it is left out, unless another is given. */
export function oneOf<const T extends string | number | null>(
  doc: string,
  values: readonly T[],
  fallback: NoInfer<T> = values[0]!,
): Attr<T> {
  const type = values.map((value) => JSON.stringify(value)).join(" | ");
  return { doc, type, fallback, accepts: (x) => values.some((value) => value === x), values };
}

/** An axis; a negative one counts from the end. */
export function axis(doc: string, fallback?: number): Attr<number> {
  return { ...integer(doc, fallback), countsAxes: true };
}

/** An axis, or `null`, whose meaning the documentation tells. */
export function optionalAxis(doc: string): Attr<number | null> {
  return { ...optionalInteger(doc), countsAxes: true };
}

/** A finite number. */
export function real(doc: string, fallback?: number): Attr<number> {
  return { doc, type: "number", fallback, accepts: (x) => Number.isFinite(x) };
}

/** A text of a notation that the op reads itself. */
export function text(doc: string, fallback?: string): Attr<string> {
  return { doc, type: "string", fallback, accepts: (x) => typeof x === "string" };
}

/** A whole number. */
export function integer(doc: string, fallback?: number): Attr<number> {
  return { doc, type: "integer", fallback, accepts: isInteger };
}

/** One axis, several, or `null` for all. */
export function axes(doc: string): Attr<number | Shape | null> {
  return {
    doc,
    type: "integer | integer[] | null",
    fallback: null,
    accepts: (x) => x === null || isInteger(x) || isList(x),
    countsAxes: true,
  };
}

/** A list of whole numbers. */
export function integers(doc: string, fallback?: Shape): Attr<Shape> {
  return { doc, type: "integer[]", fallback, accepts: isList };
}

/** A whole number, or a list of them. */
export function integerOrIntegers(doc: string, fallback?: number | Shape): Attr<number | Shape> {
  return { doc, type: "integer | integer[]", fallback, accepts: (x) => isInteger(x) || isList(x) };
}

/** One axis or several. */
export function axisOrAxes(doc: string, fallback?: number | Shape): Attr<number | Shape> {
  return { ...integerOrIntegers(doc, fallback), countsAxes: true };
}

/** Two whole numbers for each dimension. */
export function pairs(doc: string, fallback?: readonly Pair[]): Attr<readonly Pair[]> {
  return { doc, type: "[integer, integer][]", fallback, accepts: (x) => Array.isArray(x) && x.every(isPair) };
}

/** How many axes of two tensors are paired, or a list of axes of each. */
export function contraction(doc: string, fallback?: number): Attr<number | readonly [Shape, Shape]> {
  return { doc, type: "integer | [integer[], integer[]]", fallback, accepts: (x) => isCount(x) || isTwoLists(x) };
}

/** A list of whole numbers, or `null`. */
export function optionalIntegers(doc: string): Attr<Shape | null> {
  return { doc, type: "integer[] | null", fallback: null, accepts: (x) => x === null || isList(x) };
}

/** A whole number, or `null` for none. */
export function optionalInteger(doc: string): Attr<number | null> {
  return { doc, type: "integer | null", fallback: null, accepts: (x) => x === null || isInteger(x) };
}

/** A number, or `null` for none. */
export function optionalReal(doc: string): Attr<number | null> {
  return { doc, type: "number | null", fallback: null, accepts: (x) => x === null || typeof x === "number" };
}

/**
 * The attributes of one call, complete: those given, checked, and the fallbacks of the others.
 *
 * @throws InputError naming op and attribute for an unknown, missing or ill-typed one.
 */
export function resolveAttrs(op: string, specs: Attrs<object>, given: object): object {
  const known = specs as Readonly<Record<string, Attr<unknown>>>;
  for (const name of Object.keys(given))
    if (!Object.hasOwn(known, name))
      throw new InputError(`${op}: no attribute "${name}"; ${didYouMean(name, Object.keys(known))}`);
  const resolved: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(known)) {
    const own = (given as Readonly<Record<string, unknown>>)[name];
    const value = own === undefined ? spec.fallback : own;
    if (value === undefined) throw new InputError(`${op}: attribute "${name}" (${spec.type}) is missing: ${spec.doc}`);
    if (!spec.accepts(value))
      throw new InputError(`${op}: attribute "${name}" must be ${spec.type}, got ${shown(value)}`);
    resolved[name] = copied(value);
  }
  return resolved;
}

/** A list is copied, so that changing the caller's changes nothing here. */
function copied(value: unknown): unknown {
  return Array.isArray(value) ? value.map(copied) : value;
}
