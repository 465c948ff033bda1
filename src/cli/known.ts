import { readFileSync } from "node:fs";
import { InputError } from "../base/errors.ts";
import { parseKnownDifferences, type KnownDifference } from "../suite/known-schema.ts";
import { readJson } from "../base/read.ts";
import { reasonOf, replaceFile } from "../suite/store/files.ts";

/**
 * Reads a file of known differences.
 *
 * @param orNone whether there may be none yet.
 * @throws InputError when it cannot be read, or is not one.
 */
export function readKnown(file: string, orNone: boolean): readonly KnownDifference[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (orNone && error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new InputError(
      `${file}: the known differences cannot be read (${reasonOf(error)}); --known names the file, --update-known writes it`,
    );
  }
  return parseKnownDifferences(readJson(text, file), file).differences;
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
  { engines, orders, ops }: Tried,
): KnownDifference[] {
  const kept = before.flatMap((known) => {
    const looked = (ops?.includes(known.op) ?? true) && (known.order === 0 || orders.includes(known.order));
    const rest = looked ? known.engines.filter((engine) => !engines.includes(engine)) : known.engines;
    return rest.length === 0 ? [] : [{ ...known, engines: rest }];
  });
  return [...kept, ...met].toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

function place({ op, order, kind, engines, condition }: KnownDifference): string {
  return JSON.stringify([op, order, kind, condition, engines]);
}

/** Writes a file of known differences. */
export function writeKnown(file: string, differences: readonly KnownDifference[]): void {
  replaceFile(file, `${JSON.stringify({ schema: "cotangent/known@1", differences }, null, 2)}\n`);
}
