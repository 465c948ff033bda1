import { errorText } from "../../reports/finding-text.ts";
import { formatArray, formatArrays } from "../../reports/format.ts";
import { programText } from "../../reports/program-text.ts";
import { oneLine, printable } from "../../reports/text.ts";
import { encodeArray, encodeNumber } from "../base/codec.ts";
import { worstOf, type Judgement } from "../checks/judge.ts";
import type { Law } from "../checks/law.ts";
import type { Description } from "../oracles/engine.ts";
import type { Finding } from "../suite/results.ts";
import type { Paint } from "./terminal.ts";

/** A finding that was run again. */
export interface Replayed {
  readonly finding: Finding;
  readonly law: Law;
  readonly judgement: Judgement;
  /** The engine, now. */
  readonly now: Description;
  /** The version that it was found in. */
  readonly foundIn: string | null;
}

/** A finding that was run again, as text: the case, what came of it, and whether it still occurs. */
export function replayLines({ finding, law, judgement, now, foundIn }: Replayed, paint: Paint): string[] {
  const { case: smallest } = finding;
  const others = foundIn === null || foundIn === now.version ? "" : `; found in ${foundIn}`;
  const engine = [now.version, ...(now.backend === undefined ? [] : [now.backend]), now.precision].join(", ");
  return [
    paint("bold", oneLine(finding.title)),
    `${now.engine} ${oneLine(engine + others)}`,
    `law ${law.name}: ${law.statement}`,
    "",
    printable(programText(smallest.program)),
    ...paragraph("inputs", printable(formatArrays(smallest.inputs))),
    ...(law.order === 0 || smallest.cotangents === undefined
      ? []
      : paragraph("cotangents", printable(formatArrays(smallest.cotangents)))),
    ...(law.order === 0 || smallest.tangents === undefined
      ? []
      : paragraph("tangents", printable(formatArrays(smallest.tangents)))),
    "",
    ...evidence(judgement, now),
    outcome(finding, judgement, paint),
  ];
}

function evidence(judgement: Judgement, { precision }: Description): string[] {
  const worst = worstOf(judgement);
  if (worst === undefined) return paragraph("got", printable(judgement.because ?? "nothing"));
  const { claim, comparison } = worst;
  return [
    ...paragraph(`got ${oneLine(claim.name)}`, formatArray(encodeArray(claim.got), precision)),
    ...paragraph(`want ${oneLine(claim.name)}`, formatArray(encodeArray(claim.want))),
    comparison.kind === "wrong-shape"
      ? `shape [${claim.got.shape.join(", ")}], right is [${claim.want.shape.join(", ")}]`
      : `${errorText({ error: encodeNumber(comparison.error), bound: encodeNumber(comparison.bound) })} (entry ${String(comparison.at)})`,
  ];
}

function outcome({ kind }: Finding, judgement: Judgement, paint: Paint): string {
  if (judgement.kind === kind) return paint("red", `✗ it still occurs: ${kind}`);
  if (judgement.kind !== null)
    return paint("red", `✗ it fails in another way now: ${judgement.kind}, where ${kind} was found`);
  const because = judgement.because === null ? "" : ` (${oneLine(judgement.because)})`;
  return paint("green", `✓ it no longer occurs: ${judgement.verdict}${because}`);
}

function paragraph(title: string, text: string): string[] {
  return text.includes("\n") ? [`${title}:`, ...text.split("\n").map((line) => `  ${line}`)] : [`${title}: ${text}`];
}
