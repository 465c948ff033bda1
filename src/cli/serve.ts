import type { Command } from "commander";
import { cotangent } from "../oracles/cotangent.ts";
import { exact } from "../oracles/exact.ts";
import { serveProtocol } from "../oracles/process/server.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { ownVersion } from "./package.ts";

/** Adds `cotangent serve`. */
export function addServe(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("serve")
    .description("answer the engine protocol on stdin and stdout with our own engine, until the input ends")
    .option("--exact", "answer from exact arithmetic, correctly rounded (slow: for small programs)")
    .action(async (flags: { readonly exact?: true }) => {
      const engine = flags.exact === true ? exact(ownVersion) : cotangent(ownVersion);
      await serveProtocol(engine, process.stdin, process.stdout);
      end(exitCodes.fine);
    });
}
