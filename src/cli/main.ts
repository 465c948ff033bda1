#!/usr/bin/env node
import { CotangentError } from "../base/errors.ts";
import { EngineError } from "../oracles/process/errors.ts";
import { oneLine } from "../../reports/text.ts";
import { EngineUnavailableError } from "./engine-unavailable.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { listenToInterrupts } from "./interrupt.ts";
import { forgiveClosedPipes, tell } from "./output.ts";
import { runCommandLine } from "./program.ts";

/** Says what went wrong, in a line each, and gives the exit code that says it to programs. */
function explain(error: unknown): ExitCode {
  if (!(error instanceof CotangentError)) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    tell(
      `cotangent: internal error: ${oneLine(what)}; this is Cotangent's own fault: please report it with the command line and ` +
        "what it says with COTANGENT_DEBUG=1",
    );
    if (process.env["COTANGENT_DEBUG"] === "1" && error instanceof Error) tell(error.stack ?? "");
    return exitCodes.unexpected;
  }
  for (const line of error.message.split("\n")) tell(`cotangent: ${oneLine(line)}`);
  return error instanceof EngineUnavailableError || error instanceof EngineError ? exitCodes.noEngine : exitCodes.usage;
}

forgiveClosedPipes();
listenToInterrupts();
process.on("uncaughtException", (error) => process.exit(explain(error)));
try {
  process.exitCode = await runCommandLine(process.argv.slice(2));
} catch (error) {
  process.exitCode = explain(error);
}
