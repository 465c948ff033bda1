import type { Command } from "commander";
import { verdictOf, type Verdict } from "../../reports/verdict.ts";
import { RunFolder } from "../suite/store/run-folder.ts";
import { builtInEngines, closeEngines, insistOn, startEngines } from "./engines.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { annotate, summarize } from "./github.ts";
import { readKnown, readKnownCases } from "./known.ts";
import { print, printJson } from "./output.ts";
import { shippedKnown } from "./package.ts";
import { page } from "./reports.ts";
import { runVerify, type Run } from "./run-verify.ts";
import { paintFor, widthOf } from "./terminal.ts";
import { inconclusiveEngines, replayCommand, sentenceOf, verdictLines } from "./verdict-text.ts";
import { addVerifyFlags, checkVerifyFlags, type VerifyFlags, outsideEngines } from "./verify-flags.ts";

/** Adds `cotangent verify`. */
export function addVerify(program: Command, end: (code: ExitCode) => void): void {
  addVerifyFlags(
    program
      .command("verify")
      .description("cross-check engines over all ops and laws, and write the run and its report"),
  ).action(async (flags: VerifyFlags) => {
    end(await verifyCommand(flags));
  });
}

async function verifyCommand(flags: VerifyFlags): Promise<ExitCode> {
  checkVerifyFlags(flags);
  const knownFile = flags.known ?? shippedKnown;
  const known = {
    file: knownFile,
    differences: readKnown(knownFile, flags.updateKnown === true),
    cases: readKnownCases(knownFile),
  };
  const outside = outsideEngines(flags);
  const asked = [...(flags.engines ?? []), ...outside.map(({ name }) => name)];
  const own = builtInEngines.filter((name) => name === "cotangent" || (flags.engines?.includes(name) ?? true));
  const started = await startEngines(own, outside);
  try {
    insistOn(asked, started);
    const folder = new RunFolder(flags.out);
    try {
      return conclude(await runVerify(flags, started, known, folder), asked, folder, flags);
    } finally {
      folder.close();
    }
  } finally {
    await closeEngines(started.engines);
  }
}

function conclude(run: Run, asked: readonly string[], folder: RunFolder, flags: VerifyFlags): ExitCode {
  const verdict = verdictOf(run.results);
  const unchecked = inconclusiveEngines(run.results).filter((name) => asked.includes(name));
  const code = exitCodeOf(run, verdict, unchecked);
  if (flags.json === true) printJson(endEvent(run, verdict, unchecked, folder, code));
  else {
    const layout = { width: widthOf(process.stdout), paint: paintFor(process.stdout) };
    print(...verdictLines(run.results, verdict, folder.path, unchecked, run.notes, layout), folder.file(page));
    // Not with --json: stdout is one JSON object a line, for a program that shows the run in a way of its own.
    annotate(run.results, sentenceOf(verdict, unchecked));
  }
  summarize(run.results);
  return code;
}

function exitCodeOf({ stoppedBy }: Run, { state }: Verdict, unchecked: readonly string[]): ExitCode {
  if (stoppedBy === "interrupt") return exitCodes.interrupted;
  return state === "good" && unchecked.length === 0 ? exitCodes.fine : exitCodes.unexpected;
}

/** The last line of `--json`. */
function endEvent(
  { results, stoppedBy, notes }: Run,
  verdict: Verdict,
  unchecked: readonly string[],
  folder: RunFolder,
  exitCode: ExitCode,
): object {
  const { state, unexpected, known, gone } = verdict;
  return {
    event: "end",
    exitCode,
    state,
    sentence: sentenceOf(verdict, unchecked),
    stoppedBy,
    totals: results.totals,
    unexpected: unexpected.map((finding) => ({
      id: finding.id,
      engine: finding.engine,
      op: finding.op,
      kind: finding.kind,
      title: finding.title,
      replay: replayCommand(finding, folder.path),
    })),
    known: known.length,
    gone: gone.length,
    unchecked,
    notes,
    report: folder.file(page),
    results: folder.file("results.json"),
  };
}
