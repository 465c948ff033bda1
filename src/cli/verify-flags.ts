import type { Command } from "commander";
import { laws } from "../../properties/laws/index.ts";
import { InputError } from "../base/errors.ts";
import { allOps } from "../program/program.ts";
import { ANSWER_MS, builtInEngines, engineCommand, type EngineCommand } from "./engines.ts";
import { checkNames, names, seconds, shard, text, wholeNumber } from "./options.ts";
import { quoted } from "./shell-words.ts";

/** The folder of a run unless another is given. */
export const latest = "reports/latest";

/** Cases of each op unless the flags say otherwise. */
const defaultCases = 10;

/** The flags of `verify`, read; those without a default may be missing. */
export interface VerifyFlags {
  readonly engines?: readonly string[];
  readonly engineCommand?: readonly EngineCommand[];
  readonly ops?: readonly string[];
  readonly laws?: readonly string[];
  readonly orders?: readonly string[];
  readonly cases?: number;
  readonly seed: number;
  readonly time?: number;
  readonly timeout?: number;
  readonly known?: string;
  readonly updateKnown?: true;
  readonly shard?: { readonly index: number; readonly count: number };
  readonly workers?: number;
  readonly out: string;
  readonly resume?: true;
  readonly json?: true;
  readonly quiet?: true;
}

const lawNames = laws.map(({ name }) => name);
const opNames = allOps.map(({ name }) => name);
/** Orders of differentiation that laws speak of. */
const orders: readonly string[] = [...new Set(laws.map(({ order }) => String(order)))]
  .filter((order) => order !== "0")
  .toSorted();
/** Those that are tried unless the flags say otherwise. */
export const defaultOrders: readonly string[] = ["1", "2", "3", "4"];

/** Gives a command the flags of `verify`. */
export function addVerifyFlags(command: Command): Command {
  return command
    .option(
      "--engines <names>",
      `check these of ${builtInEngines.join(", ")}; one that cannot run is an error, and our own always takes part (default: all that can run)`,
      names("--engines"),
    )
    .option(
      "--engine-command <name=cmd>",
      "check an outside engine, too: a command that speaks the engine protocol; may be given again for another",
      engineCommand,
    )
    .option(
      "--ops <names>",
      'check these ops alone; "cotangent ops" lists them (default: all, and random programs)',
      names("--ops"),
    )
    .option("--laws <names>", `try these laws alone, of ${lawNames.join(", ")} (default: all)`, names("--laws"))
    .option(
      "--orders <list>",
      `orders of differentiation to try of ${orders.join(", ")}, besides the values themselves (default: ${defaultOrders.join(",")})`,
      names("--orders"),
    )
    .option(
      "--cases <n>",
      `cases of each op, under every law; with --time as many as there is time for (default: ${String(defaultCases)})`,
      wholeNumber("--cases", 1),
    )
    .option(
      "--seed <n>",
      "seed that all cases are drawn from; the same seed gives the same run",
      wholeNumber("--seed", 0),
      1,
    )
    .option(
      "--time <seconds>",
      "search for this long, most where there is something to find (default: a fixed number of cases)",
      seconds("--time"),
    )
    .option(
      "--timeout <seconds>",
      `how long an outside engine may take over one answer (default: ${String(ANSWER_MS / 1000)})`,
      seconds("--timeout"),
    )
    .option(
      "--known <file>",
      "file of the differences that are known and expected (default: that of the package)",
      text("--known", "a file"),
    )
    .option("--update-known", "write the file of known differences anew, as this run met them")
    .option("--shard <i/n>", "run part I of N of the cases (default: all)", shard("--shard"))
    .option(
      "--workers <n>",
      "try cases side by side, in so many workers with engines of their own (default: one for each core, four at most)",
      wholeNumber("--workers", 1),
    )
    .option("--out <dir>", "folder of the run and its report", text("--out", "a folder"), latest)
    .option("--resume", "go on with the interrupted run in that folder")
    .option(
      "--json",
      'write progress and verdict to stdout as JSON, an object a line; its "event" is start, progress, note or end',
    )
    .option("--quiet", "show no progress");
}

/**
 * Checks what flags say together, and the names that they give.
 *
 * @throws InputError naming the flag.
 */
export function checkVerifyFlags(flags: VerifyFlags): void {
  const outside = (flags.engineCommand ?? []).map(({ name }) => name);
  checkNames("--engines", "engine", flags.engines ?? [], [...builtInEngines, ...outside]);
  checkNames("--ops", "op", flags.ops ?? [], opNames);
  checkNames("--laws", "law", flags.laws ?? [], lawNames);
  for (const order of flags.orders ?? [])
    if (!orders.includes(order))
      throw new InputError(`--orders: there is no order "${order}"; valid: ${orders.join(", ")}`);
  if (flags.updateKnown !== true) return;
  const part = flags.laws !== undefined ? "--laws" : flags.shard === undefined ? undefined : "--shard";
  if (part !== undefined)
    throw new InputError(`--update-known: a run of ${part} does not meet every difference; leave out ${part}`);
}

/** The outside engines, each with the time that it has for an answer. */
export function outsideEngines({ engineCommand: commands = [], timeout }: VerifyFlags): readonly EngineCommand[] {
  return timeout === undefined ? commands : commands.map((command) => ({ ...command, timeoutMs: 1000 * timeout }));
}

/** Cases of each op; null to go on as long as there is time. */
export function casesOf({ cases, time }: VerifyFlags): number | null {
  return cases ?? (time === undefined ? defaultCases : null);
}

/** The command line that makes the same results again: what does not change them is left out. */
export function commandLine(flags: VerifyFlags): string {
  const cases = flags.cases ?? null;
  const words = [
    "--seed",
    String(flags.seed),
    ...(cases === null ? [] : ["--cases", String(cases)]),
    ...list("--engines", flags.engines),
    ...(flags.engineCommand ?? []).flatMap((command) => ["--engine-command", command.text]),
    ...list("--ops", flags.ops),
    ...list("--laws", flags.laws),
    ...list("--orders", flags.orders),
    ...(flags.shard === undefined ? [] : ["--shard", `${String(flags.shard.index)}/${String(flags.shard.count)}`]),
    ...(flags.known === undefined ? [] : ["--known", flags.known]),
    ...(flags.time === undefined ? [] : ["--time", String(flags.time)]),
    ...(flags.timeout === undefined ? [] : ["--timeout", String(flags.timeout)]),
  ];
  return ["cotangent verify", ...words.map(quoted)].join(" ");
}

function list(flag: string, given: readonly string[] | undefined): string[] {
  return given === undefined ? [] : [flag, given.join(",")];
}
