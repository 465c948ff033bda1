import type { Results } from "../src/suite/results.ts";
import { errorText } from "./finding-text.ts";
import { byImportance } from "./importance.ts";
import { listOf, oneLine, orderName } from "./text.ts";
import { verdictOf } from "./verdict.ts";

/** The most errors of a step that GitHub shows. */
const shown = 10;
/** The most characters of a text: GitHub cuts messages off, and nobody reads on. */
const longest = 1000;

interface Annotation {
  readonly title: string;
  readonly message: string;
}

/**
 * The run as annotations of GitHub Actions, one workflow command a line: errors for what is unexpected, the most important
 * first, and a notice with the verdict.
 *
 * @param sentence the verdict in a sentence.
 */
export function renderAnnotations(results: Results, sentence: string): string[] {
  const { unexpected, gone, missing, unexplained } = verdictOf(results);
  const errors: readonly Annotation[] = [
    ...byImportance(unexpected).map((finding) => ({
      title: finding.title,
      message: `${finding.diagnosis} (${errorText(finding)}) ${finding.replay}`,
    })),
    ...gone.map(({ engines, op, kind, order, because }) => ({
      title: `${op}: ${kind} is gone on ${listOf(engines)}`,
      message: `The known difference at ${orderName(order)} no longer occurs. It was expected because ${because}`,
    })),
    ...missing.flatMap(({ engine, misses }) =>
      misses.map((miss) => ({ title: `${engine}: a golden vector expects another answer`, message: miss })),
    ),
    ...unexplained.map(({ row, reason }) => ({
      title: `${row.op} on ${row.engine}: a failure without a finding`,
      message: `${row.law}, ${orderName(row.order)}: ${reason}`,
    })),
  ];
  return [
    ...errors.slice(0, shown).map((error) => command("error", error)),
    command("notice", { title: "Cotangent", message: sentence }),
  ];
}

/** A line of output in which GitHub Actions sees no workflow command, whatever it is made of. */
export function withoutCommands(line: string): string {
  return line.replaceAll("##[", "## [").replace(/^(\s*):(?=:)/gm, "$1: ");
}

function command(name: "error" | "notice", { title, message }: Annotation): string {
  return `::${name} title=${property(title)}::${data(message)}`;
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** On one line, so that no line break is left to escape. */
function data(text: string): string {
  const characters = Array.from(oneLine(text));
  const told = characters.length > longest ? [...characters.slice(0, longest), "…"] : characters;
  return told.join("").replaceAll("%", "%25");
}
