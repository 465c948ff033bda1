import type { Command } from "commander";
import { laws } from "../../properties/laws/index.ts";
import { InputError } from "../base/errors.ts";
import { judge } from "../checks/judge.ts";
import type { Law } from "../checks/law.ts";
import { Reference, Subject } from "../checks/subject.ts";
import type { Engine } from "../oracles/engine.ts";
import type { Finding } from "../suite/results.ts";
import { decodeCase } from "../suite/stored-case.ts";
import { readRun } from "../suite/store/read-run.ts";
import { EngineUnavailableError } from "./engine-unavailable.ts";
import { builtInEngines, closeEngines, engineCommand, insistOn, startEngines, type EngineCommand } from "./engines.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { findingOf } from "./finding-of.ts";
import { text } from "./options.ts";
import { print } from "./output.ts";
import { replayLines } from "./replay-text.ts";
import { paintFor } from "./terminal.ts";
import { latest } from "./verify-flags.ts";

interface ReplayFlags {
  readonly out: string;
  readonly engineCommand?: readonly EngineCommand[];
}

/** Adds `cotangent replay`. */
export function addReplay(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("replay")
    .description("run one finding again; ends with 1 where it still occurs and with 0 where it does not")
    .argument("<id>", "id of the finding, as the report shows it")
    .option("--out <dir>", "folder of the run that found it", text("--out", "a folder"), latest)
    .option("--engine-command <name=cmd>", "how to start the engine, where it is an outside one", engineCommand)
    .action(async (id: string, flags: ReplayFlags) => {
      end(await replay(id, flags));
    });
}

async function replay(id: string, flags: ReplayFlags): Promise<ExitCode> {
  const { results, folder } = readRun(flags.out);
  const finding = findingOf(results, id, folder);
  const law = lawOf(finding);
  const c = decodeCase(finding.case, finding.id);
  const engine = await start(finding, flags.engineCommand ?? []);
  try {
    const judgement = await judge(law, new Subject(engine, new Reference(c)));
    const foundIn = results.engines.find(({ name }) => name === finding.engine)?.version ?? null;
    print(...replayLines({ finding, law, judgement, now: engine.description, foundIn }, paintFor(process.stdout)));
    return judgement.kind === null ? exitCodes.fine : exitCodes.unexpected;
  } finally {
    await closeEngines([engine]);
  }
}

function lawOf({ id, law: name }: Finding): Law {
  const law = laws.find((one) => one.name === name);
  if (law === undefined) throw new InputError(`replay: ${id} is of a law "${name}", which this version does not have`);
  return law;
}

/** Starts the engine of a finding. A run does not say how to start an outside one: whoever runs it says so. */
async function start({ engine: name }: Finding, commands: readonly EngineCommand[]): Promise<Engine> {
  const outside = commands.filter((command) => command.name === name);
  const own = builtInEngines.filter((known) => known === name);
  if (outside.length + own.length === 0)
    throw new EngineUnavailableError(
      `${name} is an outside engine: say how to start it, with --engine-command '${name}=CMD'`,
    );
  const started = await startEngines(own, outside);
  insistOn([name], started);
  return started.engines[0]!;
}
