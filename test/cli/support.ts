import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { parseResults } from "../../src/suite/results-schema.ts";
import type { Results } from "../../src/suite/results.ts";

const cli = fileURLToPath(new URL("../../dist/cli.mjs", import.meta.url));

/** What came of a command line. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command line that is running. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
}

/** Starts `cotangent` as a user would, with no terminal. */
export function start(words: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  if (!existsSync(cli)) throw new Error('dist/ is missing: run "npm run build" first');
  const { CI: _, NO_COLOR: __, GITHUB_ACTIONS: ___, GITHUB_STEP_SUMMARY: ____, ...inherited } = process.env;
  const child = spawn(process.execPath, [cli, ...words], { env: { ...inherited, ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
  return { child, ended };
}

/** Runs `cotangent` to its end. */
export async function cotangent(...words: readonly string[]): Promise<Ended> {
  return start(words).ended;
}

/** A folder for one test. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "cotangent-cli-"));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

/** The results of a run, checked against their schema. */
export function resultsOf(out: string): Results {
  return parseResults(JSON.parse(readFileSync(path.join(out, "results.json"), "utf8")), out);
}

/** The text of a run's results without what may differ from run to run. */
export function comparable(out: string): string {
  const results = resultsOf(out);
  return JSON.stringify({ ...results, run: { ...results.run, timing: null } });
}

/** The lines of a run's journal without what may differ from run to run. */
export function journalOf(out: string): string[] {
  const lines = readFileSync(path.join(out, "journal.jsonl"), "utf8").trimEnd().split("\n");
  return lines.map((line) => line.replaceAll(/"ms":[\d.e+-]+/g, '"ms":null'));
}

/** `--engine-command` of a toy engine. */
export function toy(name: string, file: "engines/honest.mjs" | "engines/refusing.mjs" | "engines/wrong.mjs"): string {
  return `${name}=${process.execPath} '${fileURLToPath(new URL(`../${file}`, import.meta.url))}'`;
}

/** A run that takes no time: our own engine, one op. */
export const small = ["verify", "--engines", "cotangent", "--ops", "exp", "--cases", "2"] as const;
