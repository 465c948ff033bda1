import type { Command } from "commander";
import { units, type Unit } from "../../../golden/files.ts";
import { counted, grouped } from "../../../reports/text.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { names, text } from "../options.ts";
import { print } from "../output.ts";
import { Pace } from "../progress/pace.ts";
import { viewFor } from "../progress/view-for.ts";
import { checkUnits, folderToWrite, readSet, wantedUnits, writeSet } from "./folder.ts";
import { generateFiles } from "./generate.ts";

interface UpdateFlags {
  readonly out?: string;
  readonly ops?: readonly string[];
  readonly quiet?: true;
}

/** Adds `cotangent golden update`. */
export function addUpdate(golden: Command, end: (code: ExitCode) => void): void {
  golden
    .command("update")
    .description("compute all golden vectors anew, by exact arithmetic, and replace the set")
    .option("--out <dir>", "folder of the set (default: that of the repository)", text("--out", "a folder"))
    .option("--ops <names>", "compute those of these ops and programs alone, and keep the others", names("--ops"))
    .option("--quiet", "show no progress")
    .action(async (flags: UpdateFlags) => {
      await update(flags);
      end(exitCodes.fine);
    });
}

async function update(flags: UpdateFlags): Promise<void> {
  checkUnits(flags.ops);
  const folder = folderToWrite(flags.out);
  const wanted = wantedUnits(flags.ops);
  const view = viewFor(flags, new Pace(Number.POSITIVE_INFINITY, 0, "files"));
  const others = units.filter((unit) => !wanted.includes(unit));
  // A file that is missing is one that verify will miss.
  const texts = new Map<Unit, string>(readSet(folder, others).files.map(({ unit, text }) => [unit, text]));
  let done = 0;
  try {
    await generateFiles(wanted, (unit, text) => {
      texts.set(unit, text);
      view.update({ done: ++done, total: wanted.length, comparisons: 0, findings: 0 });
    });
  } finally {
    view.stop();
  }
  writeSet(folder, texts);
  const size = [...texts.values()].reduce((n, text) => n + text.length, 0);
  const vectors = [...texts.values()].reduce((n, text) => n + text.split("\n").length - 3, 0);
  print(`${counted(vectors, "vector")} in ${counted(texts.size, "file")}, ${grouped(size)} bytes: ${folder}`);
}
