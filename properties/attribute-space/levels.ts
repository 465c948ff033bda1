import { sizeOf, type Shape } from "../../src/base/shape.ts";
import { resolveAttrs, type Attr } from "../../src/op/attrs.ts";
import type { Sample } from "../../src/op/domain.ts";
import { worksByElement, type Op } from "../../src/op/op.ts";

/**
 * One way to call an op as a level of each factor that tells ways apart: its attributes by the values that are worth telling
 * apart, the rank, whether dimensions of 0 or 1 occur, which inputs broadcasting stretches.
 */
export type Levels = Readonly<Record<string, string>>;

/** Whether a dimension of 0, or else one of 1, occurs. */
const SIZES = ["0", "1", "more"] as const;

/** The attributes of an op with their names. */
export function attributesOf(op: Op): readonly (readonly [string, Attr<unknown>])[] {
  return Object.entries(op.attrs as Readonly<Record<string, Attr<unknown>>>);
}

/** The levels of a sample. */
export function levelsOf(op: Op, { shapes, attrs }: Pick<Sample<object>, "shapes" | "attrs">): Levels {
  const complete = resolveAttrs(op.name, op.attrs, attrs) as Readonly<Record<string, unknown>>;
  const own = attributesOf(op).flatMap(([name, attr]): [string, string][] => {
    const value = complete[name];
    const level: [string, string] = [name, levelOf(attr, value)];
    const rank = shapes[0]?.length ?? 0;
    return attr.countsAxes === true && typeof value === "number"
      ? [level, [`${name} of rank`, `${String(value)} of ${String(rank)}`]]
      : [level];
  });
  return {
    ...Object.fromEntries(own),
    rank: String(Math.max(0, ...shapes.map((shape) => shape.length))),
    dimensions: sizeLevel(shapes),
    ...(worksByElement(op) && shapes.length > 1 ? { stretched: stretched(op, shapes, complete) } : {}),
  };
}

/** The levels of each factor that samples have to show, whether or not any does. */
export function declaredLevels(op: Op): ReadonlyMap<string, readonly string[]> {
  const declared = attributesOf(op).flatMap(([name, attr]): [string, readonly string[]][] => {
    if (attr.values !== undefined) return [[name, attr.values.map((value) => levelOf(attr, value))]];
    return attr.countsAxes === true && attr.accepts(0) ? [[name, ["negative", "not negative"]]] : [];
  });
  return new Map([...declared, ["dimensions", SIZES]]);
}

/** What is worth telling apart of an attribute's values. */
function levelOf(attr: Attr<unknown>, value: unknown): string {
  if (attr.values !== undefined || value === null || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return value < 0 ? "negative" : "not negative";
  const list = Array.isArray(value) ? (value as readonly unknown[]).flat(2) : [];
  const sign = list.some((x) => typeof x === "number" && x < 0) ? "negative" : "not negative";
  // How long another list is, the rank says.
  if (attr.countsAxes !== true) return sign;
  if (list.length === 0) return "no axes";
  return list.length === 1 ? `[${sign}]` : `[several, ${sign}]`;
}

function sizeLevel(shapes: readonly Shape[]): (typeof SIZES)[number] {
  const all = shapes.flat();
  return all.includes(0) ? "0" : all.includes(1) ? "1" : "more";
}

/** The inputs that are smaller than the result. */
function stretched(op: Op, shapes: readonly Shape[], attrs: object): string {
  const size = sizeOf(op.shape(shapes, attrs));
  const names = op.inputs.filter((_, i) => shapes[i] !== undefined && sizeOf(shapes[i]) !== size);
  return names.length === 0 ? "none" : names.join(" and ");
}
