import type { JsonNumber } from "../src/base/codec.ts";
import type { Finding } from "../src/suite/results.ts";
import type { Comparison } from "./comparison.ts";
import { roughly } from "./format.ts";
import { isoTime } from "./time.ts";
import { counted, grouped, orderName } from "./text.ts";

/** One part of a comparison as plain text: how much there is of it, and a line for each. Whoever writes it escapes it. */
export interface ComparisonPart {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What is compared with what, and how much is the same, in a sentence. */
export function comparisonSentence({ before, findings }: Comparison): string {
  const same = `${counted(findings.same, "finding is", "findings are")} the same`;
  return `Compared with the run of ${isoTime(before.timing.start)}, seed ${String(before.seed)}: ${same}.`;
}

/** What differs, part by part; nothing of what does not. */
export function comparisonParts({ findings, shifts, totals, versions }: Comparison): ComparisonPart[] {
  const { new: appeared, gone, changed, untold } = findings;
  return [
    { title: counted(appeared.length, "new finding"), lines: appeared.map(nameOf) },
    { title: counted(gone.length, "finding that is gone", "findings that are gone"), lines: gone.map(nameOf) },
    {
      title: counted(changed.length, "changed finding"),
      lines: changed.map(({ now, what }) => `${nameOf(now)}: ${what.join("; ")}`),
    },
    {
      title: `${counted(untold.length, "finding")} of before where this run came to no conclusion`,
      lines: untold.map(nameOf),
    },
    {
      title: counted(shifts.length, "largest error that moved", "largest errors that moved"),
      lines: shifts.map(
        ({ op, engine, order, before, now }) =>
          `${op} on ${engine}, ${orderName(order)}: ${ulps(now)}, was ${ulps(before)}`,
      ),
    },
    {
      title: counted(versions.length, "other version"),
      lines: versions.map(({ name, before, now }) => `${name}: ${now ?? "none"}, was ${before ?? "none"}`),
    },
    {
      title: counted(totals.length, "other total"),
      lines:
        totals.length === 0
          ? []
          : [totals.map(({ name, before, now }) => `${name} ${grouped(now)}, was ${grouped(before)}`).join("; ")],
    },
  ].filter(({ lines }) => lines.length > 0);
}

function nameOf({ title, id }: Finding): string {
  return `${title} (${id})`;
}

function ulps(error: JsonNumber | null): string {
  return error === null ? "not measured" : `${roughly(error)} ulp`;
}
