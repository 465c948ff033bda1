import type { Command } from "commander";
import type { Unit } from "../../../golden/files.ts";
import { differencesBetween } from "../../../golden/differences.ts";
import { checkFile, type FileOutcome } from "../../suite/golden/check-files.ts";
import { builtInEngines, closeEngines, engineCommand, insistOn, startEngines, type EngineCommand } from "../engines.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { readKnown } from "../known.ts";
import { checkNames, names, text } from "../options.ts";
import { print } from "../output.ts";
import { shippedKnown } from "../package.ts";
import { Pace } from "../progress/pace.ts";
import { viewFor } from "../progress/view-for.ts";
import { checkUnits, folderToRead, staleCompanions, wantedUnits, type StoredFile } from "./folder.ts";
import { generateFiles } from "./generate.ts";
import { readAll } from "./read-all.ts";
import { tableOf } from "./table.ts";

interface VerifyFlags {
  readonly engines?: readonly string[];
  readonly engineCommand?: readonly EngineCommand[];
  readonly ops?: readonly string[];
  readonly dir?: string;
  readonly regenerate: boolean;
  readonly quiet?: true;
}

/** Adds `cotangent golden verify`. */
export function addGoldenVerify(golden: Command, end: (code: ExitCode) => void): void {
  golden
    .command("verify")
    .description(
      "check the golden vectors: their files, our engine and others on them, and that they are what update writes",
    )
    .option(
      "--engines <names>",
      `check these of ${builtInEngines.join(", ")}; our own always takes part (default: our own alone)`,
      names("--engines"),
    )
    .option(
      "--engine-command <name=cmd>",
      "check an outside engine, too: a command that speaks the engine protocol; may be given again for another",
      engineCommand,
    )
    .option("--ops <names>", "only the vectors of these ops and programs (default: all)", names("--ops"))
    .option("--dir <dir>", "folder of the set (default: that of the package)", text("--dir", "a folder"))
    .option("--no-regenerate", "do not compute the vectors anew, which takes most of the time")
    .option("--quiet", "show no progress")
    .action(async (flags: VerifyFlags) => {
      end(await verify(flags));
    });
}

async function verify(flags: VerifyFlags): Promise<ExitCode> {
  const outside = flags.engineCommand ?? [];
  checkNames("--engines", "engine", flags.engines ?? [], [...builtInEngines, ...outside.map(({ name }) => name)]);
  checkUnits(flags.ops);
  const wanted = wantedUnits(flags.ops);
  const folder = folderToRead(flags.dir);
  const { files, vectors } = readAll(folder, wanted);
  const asked = [...(flags.engines ?? []), ...outside.map(({ name }) => name)];
  const own = builtInEngines.filter((name) => name === "cotangent" || (flags.engines?.includes(name) ?? false));
  const started = await startEngines(own, outside);
  const view = viewFor(flags, new Pace(Number.POSITIVE_INFINITY, 0, "files"));
  const outcomes: FileOutcome[] = [];
  const stale: string[] = [];
  try {
    insistOn(asked, started);
    const known = readKnown(shippedKnown, false);
    const total = vectors.length * started.engines.length + (flags.regenerate ? files.length : 0);
    let done = 0;
    const step = (): void => {
      const findings = outcomes.reduce(
        (n, { misses }) => n + misses.filter((miss) => !miss.known).length,
        stale.length,
      );
      view.update({ done: ++done, total, comparisons: 0, findings });
    };
    const regenerated = flags.regenerate
      ? generateFiles(wanted, (unit, text) => {
          stale.push(...changesIn(files, unit, text));
          step();
        })
      : Promise.resolve();
    await Promise.all([
      regenerated,
      ...started.engines.map(async (engine) => {
        for (const file of vectors) {
          outcomes.push(await checkFile(engine, file, known));
          step();
        }
      }),
    ]);
  } finally {
    view.stop();
    await closeEngines(started.engines);
  }
  if (flags.regenerate && flags.ops === undefined) stale.push(...staleCompanions(folder));
  print(...tableOf(outcomes, stale, flags.regenerate ? files.length : 0));
  return exitCodeOf(outcomes, stale, ["cotangent", ...asked]);
}

/** What the generator would change in a file. */
function changesIn(files: readonly StoredFile[], { file }: Unit, text: string): string[] {
  const stored = files.find(({ unit }) => unit.file === file)!;
  return differencesBetween(stored.text, text).map((difference) => `${stored.where}: ${difference}`);
}

function exitCodeOf(outcomes: readonly FileOutcome[], stale: readonly string[], engines: readonly string[]): ExitCode {
  const missed = outcomes.some(({ misses }) => misses.some(({ known }) => !known));
  // An engine of which nothing could be told is not shown to be right.
  const unchecked = engines.some((name) =>
    outcomes.every(({ engine, counts }) => engine !== name || counts.agree === 0),
  );
  return missed || unchecked || stale.length > 0 ? exitCodes.unexpected : exitCodes.fine;
}
