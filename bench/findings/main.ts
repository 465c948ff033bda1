// `npm run findings`: runs the repros of a run's findings, and writes the page about them.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import links from "../../reports/findings/links.json" with { type: "json" };
import { findingsPage } from "../../reports/findings/page.ts";
import { printedRunner } from "../../src/cli/repro/runner.ts";
import { proveRepros } from "../../src/suite/repro/prove.ts";
import { readRun } from "../../src/suite/store/read-run.ts";

const { values: flags } = parseArgs({
  options: {
    out: { type: "string", default: "reports/latest" },
    page: { type: "string", default: "docs/tfjs-4.22-findings.md" },
  },
});
const { results } = readRun(flags.out);
// Built, this file lies three folders below the repository's root.
const run = printedRunner(new URL("../../../dist/repro-worker.mjs", import.meta.url));
const findings = await proveRepros(results.findings, run);
const page = findingsPage({ ...results, findings }, links);
writeFileSync(flags.page, await format(page, { ...(await resolveConfig(flags.page)), parser: "markdown" }));
const without = findings.filter(({ repro }) => repro.tfjs === null);
console.log(`${flags.page}: ${String(findings.length)} findings, ${String(without.length)} without a repro`);
for (const { id, title, repro } of without) console.log(`  ${id} ${title}: ${repro.because ?? ""}`);
