import { Command, CommanderError } from "commander";
import { InputError } from "../base/errors.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { ownVersion } from "./package.ts";
import { unknownCommand, usageMessage } from "./usage.ts";

type AddCommand = (program: Command, end: (code: ExitCode) => void) => void;

/** What adds each command. Only the one that is asked for is loaded, so that `serve` answers at once. */
const commands: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ["verify", async () => (await import("./verify.ts")).addVerify],
  ["golden", async () => (await import("./golden/index.ts")).addGolden],
  ["doctor", async () => (await import("./doctor.ts")).addDoctor],
  ["ops", async () => (await import("./ops.ts")).addOps],
  ["replay", async () => (await import("./replay.ts")).addReplay],
  ["report", async () => (await import("./report.ts")).addReport],
  ["serve", async () => (await import("./serve.ts")).addServe],
]);

const codes = `
Exit codes:
  0    nothing unexpected
  1    an unexpected finding, a known difference that no longer occurs, or nothing that could be told
  2    bad usage or bad input
  3    an engine that was asked for by name could not run
  130  interrupted; what was done is kept`;

/**
 * Runs a command line.
 *
 * @returns the exit code.
 * @throws InputError for bad usage, and whatever a command throws.
 */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine;
  const end = (result: ExitCode): void => {
    code = result;
  };
  const program = new Command("cotangent")
    .description(
      "A reference oracle for automatic differentiation, and the suite that cross-checks TensorFlow.js with it.",
    )
    .version(ownVersion, "--version", "write the version")
    .helpOption("--help", "write this help")
    .helpCommand("help [command]", "write the help of a command")
    // What is wrong is told by whoever catches it.
    .configureOutput({ outputError: () => undefined })
    .addHelpText("after", codes);
  const [first, asked] = words;
  const alone = commands.get(first ?? "");
  for (const load of alone === undefined ? commands.values() : [alone]) (await load())(program, end);
  if (first === "help" && asked !== undefined) checkCommand(asked, [...commands.keys()]);
  for (const command of withNested(program)) command.exitOverride(rethrow(command));
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    // Help that was asked for, or the version.
    if (!(error instanceof CommanderError && error.exitCode === 0)) throw error;
  }
  return code;
}

/** Commander answers `help` of a command that there is not with the whole help. */
function checkCommand(name: string, commands: readonly string[]): void {
  if (!commands.includes(name)) throw new InputError(unknownCommand(name, commands));
}

function withNested(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withNested)];
}

function rethrow(command: Command): (error: CommanderError) => never {
  return (error) => {
    if (error.exitCode === 0) throw error;
    throw new InputError(usageMessage(error, command));
  };
}
