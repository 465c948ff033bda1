import { availableParallelism } from "node:os";
import { counted, grouped } from "../../reports/text.ts";
import type { JournalEntry } from "../suite/journal.ts";
import { knownCasesOf } from "../suite/known-cases.ts";
import type { Results } from "../suite/results.ts";
import type { RunFolder } from "../suite/store/run-folder.ts";
import { verify, type Verified, type VerifyHooks, type VerifyOptions } from "../suite/verify.ts";
import type { StartedEngines } from "./engines.ts";
import { softly } from "./interrupt.ts";
import { beyond, mergedKnown, writeKnown, writeKnownCases, type KnownFile, type Tried } from "./known.ts";
import { printJson } from "./output.ts";
import { Pace } from "./progress/pace.ts";
import { viewFor } from "./progress/view-for.ts";
import { printedRunner } from "./repro/runner.ts";
import { renderReports, reportFiles } from "./reports.ts";
import { verifyWorkers } from "./verify-workers.ts";
import { outsideEngines, type VerifyFlags } from "./verify-flags.ts";
import { keyOf, optionsOf } from "./verify-options.ts";

/** Cases for which workers are started, where it is not said how many. */
const WORTH_WORKERS = 400;
// Built, this file is part of a chunk in `dist/`, where the worker lies too.
const reproWorker = new URL("./repro-worker.mjs", import.meta.url);
/** Times that known differences are written anew until they explain everything, at most. */
const MOST_PASSES = 4;
/** Failures after which is told how far the search for the smallest cases is. */
const TELL_EVERY = 20;
/** Workers that are started where it is not said how many: each has engines of its own, which take memory. */
const MOST_WORKERS = 4;

/** A run that is over and written down. */
export interface Run {
  readonly results: Results;
  /** What stopped it before its end, if anything did. */
  readonly stoppedBy: "interrupt" | "time" | null;
  /** What else a reader has to know. */
  readonly notes: readonly string[];
}

/** Runs the suite with its progress shown, its cases kept as they finish, and its results and reports written. */
export async function runVerify(
  flags: VerifyFlags,
  started: StartedEngines,
  known: KnownFile,
  folder: RunFolder,
): Promise<Run> {
  const options = optionsOf(flags, started, known);
  const entries = begin(flags, options, folder);
  if (flags.json === true) printJson(startEvent(flags, started));
  const limit = flags.time ?? Number.POSITIVE_INFINITY;
  const pace = new Pace(limit, entries.length);
  const view = viewFor(flags, pace);
  let [interrupted, done, total] = [false, entries.length, 0];
  softly(() => {
    interrupted = true;
    view.note("stopping after the case at hand (Ctrl-C again: at once)");
  });
  const hooks: VerifyHooks = {
    finished: [...entries],
    onCase: (entry, progress) => {
      folder.append(entry);
      entries.push(entry);
      ({ done } = progress);
      // How far a search will come in its time is told by how far it has come.
      total = progress.total ?? Math.max(done, Math.round((done * limit) / pace.seconds));
      view.update({ ...progress, total });
    },
    // However short its time, a run tries something.
    stoppedBy: () => (interrupted ? "interrupt" : done > 0 && pace.seconds >= limit ? "time" : null),
    onFailure: (nth, of) => {
      if (nth % TELL_EVERY === 1) view.note(`looking into failure ${grouped(nth)} of ${grouped(of)}`);
    },
    // What is written down as known is not printed.
    ...(flags.updateKnown === true ? {} : { runPrinted: printedRunner(reproWorker) }),
    now: () => performance.timeOrigin + performance.now(),
  };
  const notes: string[] = [];
  let verified: Verified;
  const workers = workersFor(flags, options);
  try {
    verified = await verify(options, { ...hooks, ...(workers === null ? {} : { workers }) });
    if (flags.updateKnown === true && verified.stoppedBy === null) {
      let now = known;
      // Once more, with all cases done, so that results and report say what the new file makes of them; and again where its
      // differences do not explain everything yet.
      for (let pass = 0; pass < MOST_PASSES && (pass === 0 || suggestsMore(verified)); pass++) {
        now = update(now, verified, options);
        let again = 0;
        verified = await verify(
          { ...options, known: now.differences, knownCases: now.cases },
          { ...hooks, finished: entries, stoppedBy: () => (again++ < entries.length ? null : "time") },
        );
      }
      const cases = knownCasesOf(verified.results.findings.filter((finding) => finding.known !== null));
      writeKnownCases(known.file, [...beyond(known.cases, triedBy(options)), ...cases]);
      const count = counted(now.differences.length, "known difference");
      notes.push(`${known.file}: ${count} written; read before you keep them.`);
    }
  } finally {
    view.stop();
    await workers?.close();
  }
  if (verified.stoppedBy !== null) {
    notes.push(stopNote(verified.stoppedBy, { done, total }, flags));
    if (flags.updateKnown === true) notes.push(`${known.file}: left as it was, since the run is not whole.`);
  }
  folder.write(verified.results, renderReports(verified.results));
  return {
    results: verified.results,
    stoppedBy: verified.stoppedBy,
    notes,
  };
}

/** The workers of a run; null where it is too small for any, or is to have but one. */
function workersFor(flags: VerifyFlags, options: VerifyOptions): ReturnType<typeof verifyWorkers> | null {
  const isSmall = options.ops !== null && options.cases !== null && options.ops.length * options.cases < WORTH_WORKERS;
  const count = flags.workers ?? (isSmall ? 1 : Math.min(availableParallelism(), MOST_WORKERS));
  return count === 1 ? null : verifyWorkers(count, options, outsideEngines(flags));
}

/** Opens the journal, and gives the cases that an interrupted run has finished. */
function begin(flags: VerifyFlags, options: VerifyOptions, folder: RunFolder): JournalEntry[] {
  const key = keyOf(options);
  if (flags.resume === true) return [...folder.resume(key)];
  folder.begin(key, reportFiles);
  return [];
}

/** The file of known differences as a run suggests it, written; with the cases of all that it met. */
function update(known: KnownFile, verified: Verified, options: VerifyOptions): KnownFile {
  const differences = mergedKnown(known.differences, verified.suggested, triedBy(options));
  writeKnown(known.file, differences);
  return { ...known, differences, cases: [...known.cases, ...knownCasesOf(verified.results.findings)] };
}

function suggestsMore({ results }: Verified): boolean {
  return results.findings.some((finding) => finding.known === null);
}

function triedBy({ engines, orders, ops }: VerifyOptions): Tried {
  return { engines: engines.map(({ description }) => description.engine), orders, ops };
}

function stopNote(
  stoppedBy: "interrupt" | "time",
  { done, total }: { readonly done: number; readonly total: number },
  flags: VerifyFlags,
): string {
  const how = stoppedBy === "interrupt" ? "Interrupted" : `Stopped after ${String(flags.time)} s`;
  const of = total === 0 ? "" : ` of ${grouped(total)}`;
  return `${how}: ${grouped(done)}${of} cases are done and kept; the same command with --resume goes on.`;
}

/** The first line of `--json`. */
function startEvent(flags: VerifyFlags, { engines, unavailable }: StartedEngines): object {
  return {
    event: "start",
    seed: flags.seed,
    out: flags.out,
    engines: [
      ...engines.map(({ description: d }) => ({
        name: d.engine,
        version: d.version,
        backend: d.backend ?? null,
        precision: d.precision,
        runs: true,
      })),
      ...unavailable.map((engine) => ({ ...engine, runs: false })),
    ],
  };
}
