import { appendFileSync, statSync } from "node:fs";
import { oneLine } from "../../reports/text.ts";
import { renderAnnotations } from "../../reports/annotations.ts";
import { renderSummary } from "../../reports/summary.ts";
import type { Results } from "../suite/results.ts";
import { reasonOf } from "../suite/store/files.ts";
import { command, isOnGitHub, tell } from "./output.ts";

/** GitHub drops the whole summary of a step beyond this: 1 MiB. */
const LIMIT = 2 ** 20;

/** In a step of GitHub Actions: the run as annotations, on stdout. */
export function annotate(results: Results, sentence: string): void {
  if (isOnGitHub()) command(...renderAnnotations(results, sentence));
}

/** In a step of GitHub Actions: adds the run to the summary of the step. That it cannot is no failure of the run. */
export function summarize(results: Results): void {
  const file = process.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (!isOnGitHub() || file === "") return;
  try {
    const text = new TextEncoder().encode(renderSummary(results));
    const there = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (there + text.length > LIMIT) throw new Error("it would grow beyond the 1 MiB that GitHub takes");
    appendFileSync(file, text);
  } catch (error) {
    tell(`cotangent: warning: ${oneLine(file)}: the summary of the step was not written (${oneLine(reasonOf(error))})`);
  }
}
