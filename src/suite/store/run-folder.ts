import { accessSync, closeSync, constants, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { InputError } from "../../base/errors.ts";
import { parseJournalLine, type JournalEntry } from "../journal.ts";
import type { Results } from "../results.ts";
import { jsonText } from "./json-text.ts";
import { makeFolder, replaceFile, writing } from "./files.ts";

const JOURNAL = "journal.jsonl";
const RESULTS = "results.json";
/** How a journal begins; one that an earlier version began, with less in its lines, is not gone on with. */
const SCHEMA = "cotangent/journal@2";

/** What a journal's cases depend on, by name: a run goes on with the journal of the same alone. */
export type RunKey = Readonly<Record<string, unknown>>;

const headerSchema = z.object({ schema: z.literal(SCHEMA), run: z.record(z.string(), z.unknown()) });

/** The folder of a run (CONTRACT.md, "A run on disk"). */
export class RunFolder {
  readonly path: string;
  #journal: number | undefined;

  constructor(folder: string) {
    this.path = folder;
  }

  /**
   * Begins a new run: the folder is made where there is none, and the files of an earlier run go.
   *
   * @param reports their names.
   * @throws InputError when the folder is a file or cannot be written.
   */
  begin(run: RunKey, reports: readonly string[]): void {
    makeFolder(this.path);
    writing(this.path, () => {
      accessSync(this.path, constants.W_OK);
    });
    for (const name of [JOURNAL, RESULTS, ...reports])
      writing(this.file(name), () => {
        rmSync(this.file(name), { force: true });
      });
    this.#open([headerLine(run)]);
  }

  /**
   * Goes on with the run of the journal.
   *
   * @returns the cases that it has finished. A line that is none, such as the last one of a run that was killed, is
   * dropped, and its case is run again.
   * @throws InputError when there is no journal, or it is of another run.
   */
  resume(run: RunKey): readonly JournalEntry[] {
    const [first = "", ...lines] = this.#readJournal().split("\n");
    const differences = differencesOf(headerOf(first, this.file(JOURNAL)), run);
    if (differences.length > 0)
      throw new InputError(
        `--resume: the run in ${this.path} is another one (${differences.join("; ")}); ` +
          "give the same options, or leave out --resume to start anew",
      );
    const entries = lines.map(parseJournalLine).filter((entry) => entry !== null);
    this.#open([headerLine(run), ...entries.map((entry) => `${JSON.stringify(entry)}\n`)]);
    return entries;
  }

  /** Keeps a finished case. */
  append(entry: JournalEntry): void {
    const journal = this.#journal;
    if (journal === undefined) throw new Error("the run has not begun");
    writing(this.file(JOURNAL), () => writeSync(journal, `${JSON.stringify(entry)}\n`));
  }

  /** Writes the results and the reports: each whole or not at all, and the results last. */
  write(results: Results | null, reports: Readonly<Record<string, string>>): void {
    const texts = { ...reports, ...(results === null ? {} : { [RESULTS]: jsonText(results) }) };
    for (const [name, text] of Object.entries(texts)) replaceFile(this.file(name), text);
  }

  /** A file of the folder. */
  file(name: string): string {
    return path.join(this.path, name);
  }

  close(): void {
    if (this.#journal !== undefined) closeSync(this.#journal);
    this.#journal = undefined;
  }

  #open(lines: readonly string[]): void {
    replaceFile(this.file(JOURNAL), lines.join(""));
    this.#journal = writing(this.file(JOURNAL), () => openSync(this.file(JOURNAL), "a"));
  }

  #readJournal(): string {
    try {
      return readFileSync(this.file(JOURNAL), "utf8");
    } catch {
      throw new InputError(
        `--resume: there is no run to go on with in ${this.path} (no ${JOURNAL}); leave out --resume to start one`,
      );
    }
  }
}

function headerLine(run: RunKey): string {
  return `${JSON.stringify({ schema: SCHEMA, run })}\n`;
}

function headerOf(line: string, where: string): RunKey {
  try {
    return headerSchema.parse(JSON.parse(line)).run;
  } catch {
    throw new InputError(
      `--resume: ${where} does not begin as a journal of this version does; leave out --resume to start anew`,
    );
  }
}

/** `seed 2, now 1` */
function differencesOf(before: RunKey, now: RunKey): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .map((name) => [name, JSON.stringify(before[name]) ?? "none", JSON.stringify(now[name]) ?? "none"] as const)
    .filter(([, a, b]) => a !== b)
    .map(([name, a, b]) => `${name} ${a}, now ${b}`);
}
