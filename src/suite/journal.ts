import { z } from "zod";
import type { Verdict } from "../checks/compare.ts";
import { kinds, type Kind } from "../checks/kinds.ts";

/** What came of one law on one engine at one case, in numbers. */
export interface Outcome {
  readonly engine: string;
  readonly law: string;
  readonly verdict: Verdict;
  readonly kind: Kind | null;
  readonly because: string | null;
  readonly comparisons: number;
  readonly entries: number;
  readonly nonzero: number;
  /** The largest error of an entry that agrees, in ulps of the engine's precision; null where none is measured. */
  readonly worstUlp: number | null;
  /** How long it took, in milliseconds; of two runs alike in everything else, this may differ. */
  readonly ms: number;
}

/** One finished case: a line of `journal.jsonl`. */
export interface JournalEntry {
  /** What the case is of: an op, an op at its kinks, or `program`. */
  readonly unit: string;
  /** Which case of that unit; with the seed of the run it says all about it. */
  readonly index: number;
  readonly outcomes: readonly Outcome[];
}

const entrySchema = z.strictObject({
  unit: z.string(),
  index: z.int(),
  outcomes: z.array(
    z.strictObject({
      engine: z.string(),
      law: z.string(),
      verdict: z.enum(["agree", "disagree", "inconclusive", "unsupported", "failed"]),
      kind: z.enum(kinds).nullable(),
      because: z.string().nullable(),
      comparisons: z.int(),
      entries: z.int(),
      nonzero: z.int(),
      worstUlp: z.number().nullable(),
      ms: z.number(),
    }),
  ),
});

/** A line of a journal, or null where it is not one (the last line of a run that was killed may be half a line). */
export function parseJournalLine(line: string): JournalEntry | null {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
