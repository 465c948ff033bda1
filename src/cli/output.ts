import { withoutCommands } from "../../reports/annotations.ts";

/** GitHub Actions obeys what it finds in the output of a step: names and error texts must not give it commands. */
const inert: (line: string) => string = isOnGitHub() ? withoutCommands : (line) => line;

/** Whether this is a step of GitHub Actions. */
export function isOnGitHub(): boolean {
  return process.env["GITHUB_ACTIONS"] === "true";
}

/** Writes lines to stdout: results. */
export function print(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${inert(line)}\n`).join(""));
}

/** Writes a line to stderr: progress and errors. */
export function tell(line: string): void {
  process.stderr.write(`${inert(line)}\n`);
}

/** Writes one JSON object to stdout, on a line. */
export function printJson(event: object): void {
  // The same JSON, without what GitHub would take for a command.
  print(JSON.stringify(event).replaceAll("##[", String.raw`##\u005b`));
}

/** Writes commands for GitHub Actions to stdout, one a line. */
export function command(...commands: readonly string[]): void {
  process.stdout.write(commands.map((line) => `${line}\n`).join(""));
}

/** A reader that has gone (`cotangent ops | head`) is no error. */
export function forgiveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
}
