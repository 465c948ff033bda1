import { decodeNumber, type JsonArray, type JsonNumber } from "../src/base/codec.ts";
import { sizeOf } from "../src/base/shape.ts";
import type { Evidence, JsonArrays } from "../src/suite/results.ts";

/** The precision that numbers are written to: the shortest decimals that read back to the same float64 or float32. */
export type Digits = "float64" | "float32";

/** The most numbers of one array that are written out. */
const shown = 200;

/** One number, to the shortest decimal that reads back. */
export function formatNumber(x: JsonNumber, digits: Digits = "float64"): string {
  if (typeof x === "string") return x;
  if (digits === "float32" && Math.fround(x) === x)
    for (let n = 1; n < 9; n++) {
      const short = Number(x.toPrecision(n));
      if (Math.fround(short) === x) return String(short);
    }
  return String(x);
}

/** A number of which the size matters and not the digits: three significant ones. */
export function roughly(x: JsonNumber): string {
  if (typeof x === "string") return x;
  if (x === 0) return "0";
  const size = Math.abs(x);
  if (size >= 0.001 && size < 10_000) return String(Number(x.toPrecision(3)));
  return x
    .toExponential(2)
    .replace(/\.?0+e/, "e")
    .replace("e+", "e");
}

/** A share of a whole, in percent: never `100%` or `0%` for a part. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "none";
  const value = (100 * part) / whole;
  if (part !== 0 && value < 0.1) return "under 0.1%";
  if (part !== whole && value > 99.9) return "over 99.9%";
  return `${String(Number(value.toFixed(1)))}%`;
}

/** An array in nested brackets, as code would write it. */
export function formatArray({ shape, data }: JsonArray, digits: Digits = "float64"): string {
  const nest = (axis: number, from: number, size: number): string => {
    if (axis === shape.length) return formatNumber(data[from] ?? "NaN", digits);
    const length = shape[axis]!;
    const step = size / Math.max(length, 1);
    const parts: string[] = [];
    for (let i = 0; i < length && from + i * step < shown; i++) parts.push(nest(axis + 1, from + i * step, step));
    const rest = parts.length < length ? `, … (${String(data.length)} numbers)` : "";
    const between = axis === shape.length - 1 ? ", " : `,\n${" ".repeat(axis + 1)}`;
    return `[${parts.join(between)}${rest}]`;
  };
  // A shape with a zero in it holds nothing that brackets could show.
  return data.length === 0 ? `[] of shape [${shape.join(", ")}]` : nest(0, 0, sizeOf(shape));
}

/** Arrays by name, a line or more each. */
export function formatArrays(arrays: JsonArrays, digits: Digits = "float64"): string {
  return Object.entries(arrays)
    .map(([name, array]) => {
      const indent = " ".repeat(name.length + 3);
      return `${name} = ${formatArray(array, digits).replaceAll("\n", `\n${indent}`)}`;
    })
    .join("\n");
}

/** True for an array, false for arrays by name. */
function isArray(evidence: JsonArray | JsonArrays): evidence is JsonArray {
  return Array.isArray(evidence["shape"]);
}

/** What was seen or expected, as text. */
export function formatEvidence(evidence: Evidence, digits: Digits = "float64"): string {
  if (evidence === null) return "nothing";
  if (typeof evidence === "string") return evidence;
  return isArray(evidence) ? formatArray(evidence, digits) : formatArrays(evidence, digits);
}

/** The elements of an array as numbers; NaN where there is none. */
export function valuesOf(array: JsonArray, length: number): number[] {
  return Array.from({ length }, (_, i) => decodeNumber(array.data[i] ?? "NaN", "data"));
}
