import type { Command, CommanderError } from "commander";
import { didYouMean } from "../base/nearest.ts";
import { oneLine } from "../../reports/text.ts";

/** What is wrong with a command line, in a line that names the nearest valid word. */
export function usageMessage(error: CommanderError, command: Command): string {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const help = `see "${pathOf(command)} --help"`;
  switch (error.code) {
    case "commander.unknownOption":
      return `unknown flag "${oneLine(word)}"; ${didYouMean(word, flagsOf(command))}`;
    case "commander.help":
      return `which command? One of ${commandsOf(command).join(", ")}`;
    case "commander.unknownCommand":
      return unknownCommand(word, commandsOf(command));
    case "commander.optionMissingArgument":
      return `${word.split(" ")[0]!} needs a value: ${word}; ${help}`;
    case "commander.missingArgument":
      return `${command.name()} needs <${word}>; ${help}`;
    case "commander.excessArguments":
      return `${command.name()}: unexpected argument "${oneLine(command.args[command.registeredArguments.length] ?? "")}"; ${help}`;
    default:
      return `${oneLine(error.message.replace(/^error: /, ""))}; ${help}`;
  }
}

/** What is wrong with a command that there is not. */
export function unknownCommand(name: string, commands: readonly string[]): string {
  return `unknown command "${oneLine(name)}"; ${didYouMean(name, commands)}`;
}

function flagsOf(command: Command): string[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap((option) => option.long ?? []);
}

function commandsOf(command: Command): string[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((one) => one.name());
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
