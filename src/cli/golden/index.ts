import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.ts";
import { addUpdate } from "./update.ts";
import { addGoldenVerify } from "./verify.ts";

/** Adds `cotangent golden`. */
export function addGolden(program: Command, end: (code: ExitCode) => void): void {
  const golden = program
    .command("golden")
    .description("check the golden vectors (verify), or compute them anew (update)")
    .helpCommand(false);
  addGoldenVerify(golden, end);
  addUpdate(golden, end);
}
