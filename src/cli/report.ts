import type { Command } from "commander";
import { compare } from "../../reports/comparison.ts";
import { verdictOf } from "../../reports/verdict.ts";
import { readRun } from "../suite/store/read-run.ts";
import { RunFolder } from "../suite/store/run-folder.ts";
import { comparisonLines } from "./comparison-lines.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { text } from "./options.ts";
import { print } from "./output.ts";
import { page, renderReports } from "./reports.ts";
import { paintFor, widthOf } from "./terminal.ts";
import { sentenceLine, verdictLines } from "./verdict-text.ts";

interface ReportFlags {
  readonly compare?: string;
}

/** Adds `cotangent report`. */
export function addReport(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("report")
    .description("render the report of a stored run again, in its folder; ends as the run did")
    .argument("<run>", "folder of the run, or its results.json")
    .option(
      "--compare <run2>",
      "tell what differs from this run, the one before: on the terminal and in the report",
      text("--compare", "a run"),
    )
    .action((run: string, flags: ReportFlags) => {
      end(renderAgain(run, flags.compare));
    });
}

function renderAgain(run: string, before: string | undefined): ExitCode {
  const { folder: path, results } = readRun(run);
  const comparison = before === undefined ? undefined : compare(results, readRun(before).results);
  const folder = new RunFolder(path);
  folder.write(null, renderReports(results, comparison));
  const verdict = verdictOf(results);
  const layout = { width: widthOf(process.stdout), paint: paintFor(process.stdout) };
  const lines =
    comparison === undefined
      ? verdictLines(results, verdict, folder.path, [], [], layout)
      : [...comparisonLines(comparison, layout), ...sentenceLine(verdict, [], layout)];
  print(...lines, folder.file(page));
  return verdict.state === "good" ? exitCodes.fine : exitCodes.unexpected;
}
