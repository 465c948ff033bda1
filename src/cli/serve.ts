import type { Command } from "commander";
import { cotangent, ofAllOps } from "../oracles/cotangent.ts";
import type { Engine } from "../oracles/engine.ts";
import { serveProtocol } from "../oracles/process/server.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { ownVersion } from "./package.ts";

/** The exact oracle, whose arithmetic is loaded only here. */
async function exact(): Promise<Engine> {
  return (await import("../oracles/exact.ts")).exact(ownVersion);
}

/** Our own engine with the methods of the contract alone. */
function own(): Engine {
  return { ...cotangent(ownVersion), description: ofAllOps("cotangent", ownVersion) };
}

/** Adds `cotangent serve`. */
export function addServe(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("serve")
    .description("answer the engine protocol on stdin and stdout with our own engine, until the input ends")
    .option("--exact", "answer from exact arithmetic, correctly rounded (slow: for small programs)")
    .action(async (flags: { readonly exact?: true }) => {
      await serveProtocol(flags.exact === true ? exact() : own(), process.stdin, process.stdout);
      end(exitCodes.fine);
    });
}
