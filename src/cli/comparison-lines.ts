import type { Comparison } from "../../reports/comparison.ts";
import { comparisonParts, comparisonSentence } from "../../reports/comparison-text.ts";
import { grouped, oneLine } from "../../reports/text.ts";
import { fold } from "./terminal.ts";
import type { Layout } from "./verdict-text.ts";

/** What differs between two runs, in about twenty lines. */
export function comparisonLines(comparison: Comparison, { width, paint }: Layout): string[] {
  const parts = comparisonParts(comparison);
  const shown = parts.length > 4 ? 2 : 3;
  return [
    comparisonSentence(comparison),
    ...(parts.length === 0 ? ["Nothing differs."] : []),
    ...parts.flatMap(({ title, lines }) => [
      `${paint("bold", title)}${lines.length > shown ? `, the first ${grouped(shown)}` : ""}:`,
      ...lines.slice(0, shown).map((line) => `  ${oneLine(line)}`),
    ]),
  ].flatMap((line) => fold(line, width, "    "));
}
