import type { Comparison } from "../../reports/comparison.ts";
import { renderCtrf } from "../../reports/ctrf.ts";
import { renderHtml } from "../../reports/html.ts";
import { renderJunit } from "../../reports/junit.ts";
import { renderSummary } from "../../reports/summary.ts";
import type { Results } from "../suite/results.ts";
import { pageTemplate } from "./page.ts";

/** A renderer that has no place for a comparison leaves it out. */
type Render = (results: Results, comparison?: Comparison) => string;

const renderers: Readonly<Record<string, Render>> = {
  "index.html": (results, comparison) => renderHtml(results, pageTemplate(), comparison),
  "junit.xml": renderJunit,
  "ctrf.json": renderCtrf,
  "summary.md": renderSummary,
};

/** The page that a person reads. */
export const page = "index.html";

/** The files that a run's results are shown in. */
export const reportFiles: readonly string[] = Object.keys(renderers);

/**
 * The reports of a run, by file name.
 *
 * @param comparison with a run before, if there is one.
 */
export function renderReports(results: Results, comparison?: Comparison): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(renderers).map(([name, render]) => [name, render(results, comparison)]));
}
