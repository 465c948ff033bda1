import { readFileSync } from "node:fs";
import { InputError } from "../base/errors.ts";
import { parseKnownCases, type KnownCase } from "../suite/known-cases.ts";
import { parseKnownDifferences, type KnownDifference } from "../suite/known-schema.ts";
import { readJson } from "../base/read.ts";
import { reasonOf, replaceFile } from "../suite/store/files.ts";

/** A file of known differences. */
export interface KnownFile {
  readonly file: string;
  readonly differences: readonly KnownDifference[];
  readonly cases: readonly KnownCase[];
}

/**
 * Reads a file of known differences.
 *
 * @param orNone whether there may be none yet.
 * @throws InputError when it cannot be read, or is not one.
 */
export function readKnown(file: string, orNone: boolean): readonly KnownDifference[] {
  const text = readText(file, orNone, "the known differences cannot be read");
  return text === null ? [] : parseKnownDifferences(readJson(text, file), file).differences;
}

/** The text of a file; null where there is none and there may be none. */
function readText(file: string, orNone: boolean, fault: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (orNone && error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new InputError(`${file}: ${fault} (${reasonOf(error)}); --known names the file, --update-known writes it`);
  }
}

/** Where the cases of a file of known differences are kept: beside it. */
function casesFile(file: string): string {
  return `${file.replace(/\.json$/, "")}.cases.json`;
}

/**
 * Reads the cases that are kept of a file of known differences; there may be none.
 *
 * @throws InputError when they cannot be read, or are none.
 */
export function readKnownCases(file: string): readonly KnownCase[] {
  const name = casesFile(file);
  const text = readText(name, true, "the cases of known differences cannot be read");
  return text === null ? [] : parseKnownCases(readJson(text, name), name);
}

/** What a run has tried: known differences beyond it are kept as they are. */
export interface Tried {
  readonly engines: readonly string[];
  readonly orders: readonly number[];
  /** Null for all. */
  readonly ops: readonly string[] | null;
}

/** The known differences as a run met them, and as they were where it did not look. */
export function mergedKnown(
  before: readonly KnownDifference[],
  met: readonly KnownDifference[],
  tried: Tried,
): KnownDifference[] {
  const merged = new Map<string, KnownDifference>();
  for (const one of [...beyond(before, tried), ...met]) {
    const key = JSON.stringify([one.op, one.order, one.kind, one.condition]);
    const same = merged.get(key);
    const engines = [...new Set([...(same?.engines ?? []), ...one.engines])].toSorted();
    merged.set(key, { ...(same ?? one), engines });
  }
  return [...merged.values()].toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Those of what is kept of engines, ops and orders that a run did not look at. */
export function beyond<T extends Pick<KnownDifference, "engines" | "op" | "order">>(
  kept: readonly T[],
  { engines, orders, ops }: Tried,
): T[] {
  return kept.flatMap((one) => {
    const looked = (ops?.includes(one.op) ?? true) && (one.order === 0 || orders.includes(one.order));
    const rest = looked ? one.engines.filter((engine) => !engines.includes(engine)) : one.engines;
    return rest.length === 0 ? [] : [{ ...one, engines: rest }];
  });
}

function place({ op, order, kind, engines, condition }: KnownDifference): string {
  return JSON.stringify([op, order, kind, condition, engines]);
}

/** Writes a file of known differences. */
export function writeKnown(file: string, differences: readonly KnownDifference[]): void {
  replaceFile(file, `${JSON.stringify({ schema: "cotangent/known@1", differences }, null, 2)}\n`);
}

/** Writes the cases that show known differences, one a line, beside the file of these. */
export function writeKnownCases(file: string, cases: readonly KnownCase[]): void {
  const lines = cases.map((one) => `\n${JSON.stringify(one)}`).join(",");
  replaceFile(casesFile(file), `{"schema":"cotangent/known-cases@1","cases":[${lines}\n]}\n`);
}
