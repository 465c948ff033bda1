import type { Command } from "commander";
import { oneLine } from "../../reports/text.ts";
import { allOps } from "../program/program.ts";
import { builtInEngines, closeEngines, engineCommand, startEngines, type EngineCommand } from "./engines.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { print } from "./output.ts";
import { ownVersion, supportedNode } from "./package.ts";
import { aligned, fold, paintFor, widthOf } from "./terminal.ts";

interface DoctorFlags {
  readonly engineCommand?: readonly EngineCommand[];
}

/** Adds `cotangent doctor`. */
export function addDoctor(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("doctor")
    .description("tell which engines can run here, and for each that cannot, why and the one command that mends it")
    .option(
      "--engine-command <name=cmd>",
      "try an outside engine, too: a command that speaks the engine protocol; may be given again for another",
      engineCommand,
    )
    .action(async (flags: DoctorFlags) => {
      await examine(flags.engineCommand ?? []);
      end(exitCodes.fine);
    });
}

async function examine(outside: readonly EngineCommand[]): Promise<void> {
  const paint = paintFor(process.stdout);
  const { engines, unavailable } = await startEngines(builtInEngines, outside);
  await closeEngines(engines);
  const rows = [...builtInEngines, ...outside.map(({ name }) => name)].map((name) => {
    const missing = unavailable.find((engine) => engine.name === name);
    if (missing !== undefined) return [paint("red", "✗"), name, `cannot run: ${missing.because}`];
    const { version, backend, precision, methods, ops } = engines.find(
      (e) => e.description.engine === name,
    )!.description;
    const has = allOps.filter((op) => ops.includes(op.name)).length;
    const words = [
      version,
      ...(backend === undefined ? [] : [backend]),
      precision,
      `${String(has)} of ${String(allOps.length)} ops`,
      methods.join(" "),
    ];
    return [paint("green", "✓"), name, words.map(oneLine).join(", ")];
  });
  const { node } = process.versions;
  const about = `cotangent ${ownVersion} on Node ${node} (needs ${supportedNode}), ${process.platform} ${process.arch}`;
  print(...[about, "", ...aligned(rows)].flatMap((line) => fold(line, widthOf(process.stdout), "    ")));
}
