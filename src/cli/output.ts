/** Writes lines to stdout: results. */
export function print(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

/** Writes a line to stderr: progress and errors. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes one JSON object to stdout, on a line. */
export function printJson(event: object): void {
  print(JSON.stringify(event));
}

/** A reader that has gone (`cotangent ops | head`) is no error. */
export function forgiveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
}
