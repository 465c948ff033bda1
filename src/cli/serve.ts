import type { Command } from "commander";
import { cotangent } from "../oracles/cotangent.ts";
import { serveProtocol } from "../oracles/process/server.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { ownVersion } from "./package.ts";

/** Adds `cotangent serve`. */
export function addServe(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("serve")
    .description("answer the engine protocol on stdin and stdout with our own engine, until the input ends")
    .action(async () => {
      await serveProtocol(cotangent(ownVersion), process.stdin, process.stdout);
      end(exitCodes.fine);
    });
}
