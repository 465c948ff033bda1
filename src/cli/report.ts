import type { Command } from "commander";
import { verdictOf } from "../../reports/verdict.ts";
import { readRun } from "../suite/store/read-run.ts";
import { RunFolder } from "../suite/store/run-folder.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { print } from "./output.ts";
import { page, renderReports } from "./reports.ts";
import { paintFor, widthOf } from "./terminal.ts";
import { verdictLines } from "./verdict-text.ts";

/** Adds `cotangent report`. */
export function addReport(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("report")
    .description("render the report of a stored run again, in its folder; ends as the run did")
    .argument("<run>", "folder of the run, or its results.json")
    .action((run: string) => {
      end(renderAgain(run));
    });
}

function renderAgain(run: string): ExitCode {
  const { folder: path, results } = readRun(run);
  const folder = new RunFolder(path);
  folder.write(null, renderReports(results));
  const verdict = verdictOf(results);
  const layout = { width: widthOf(process.stdout), paint: paintFor(process.stdout) };
  print(...verdictLines(results, verdict, folder.path, [], [], layout), folder.file(page));
  return verdict.state === "good" ? exitCodes.fine : exitCodes.unexpected;
}
