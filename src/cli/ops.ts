import type { Command } from "commander";
import { allOps } from "../program/program.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { listed } from "../program/listed-op.ts";
import { opTable } from "./op-table.ts";
import { print } from "./output.ts";
import { paintFor, widthOf } from "./terminal.ts";

/** Adds `cotangent ops`. */
export function addOps(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("ops")
    .description("list the ops: families, inputs, attributes, and which engines have them")
    .option(
      "--json",
      "write a JSON array of { name, family, kind, inputs, variadic, optional, attrs, engines, names, because }",
    )
    .action(({ json }: { readonly json?: true }) => {
      const ops = allOps.map(listed);
      if (json === true) print(JSON.stringify(ops, null, 2));
      else print(...opTable(ops, widthOf(process.stdout), paintFor(process.stdout)));
      end(exitCodes.fine);
    });
}
