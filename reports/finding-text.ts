import type { Finding } from "../src/suite/results.ts";
import { formatArrays, formatEvidence, roughly } from "./format.ts";
import { programText } from "./program-text.ts";
import { listOf } from "./text.ts";

/** `error 0.5, which is 4.2e6 times the bound of 1.2e-7` */
export function errorText({ error, bound }: Pick<Finding, "error" | "bound">): string {
  if (error === null) return bound === null ? "no number was compared" : `bound ${roughly(bound)}`;
  if (bound === null) return `error ${roughly(error)}`;
  const ratio = typeof error === "number" && typeof bound === "number" && bound > 0 ? error / bound : Number.NaN;
  return Number.isFinite(ratio)
    ? `error ${roughly(error)}, which is ${roughly(ratio)} times the bound of ${roughly(bound)}`
    : `error ${roughly(error)} against a bound of ${roughly(bound)}`;
}

/** Attributes, and facts about shapes, in words: `axis = [0] and zero-size = true`. */
export function conditionText(condition: NonNullable<Finding["condition"]>): string {
  const facts = Object.entries(condition).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return facts.length === 0 ? "always" : listOf(facts);
}

function paragraph(title: string, text: string): string {
  return text.includes("\n") ? `${title}:\n  ${text.replaceAll("\n", "\n  ")}` : `${title}: ${text}`;
}

/** A finding as plain text, for reports that have no layout. */
export function findingText(finding: Finding): string {
  const { case: smallest, known } = finding;
  return [
    finding.title,
    finding.diagnosis,
    ...(known === null ? [] : [paragraph("known", `${known.because}${known.link === null ? "" : ` (${known.link})`}`)]),
    paragraph("got", formatEvidence(finding.got)),
    paragraph("want", formatEvidence(finding.want)),
    errorText(finding),
    paragraph("program", programText(smallest.program)),
    paragraph("inputs", formatArrays(smallest.inputs)),
    ...(smallest.cotangents === undefined ? [] : [paragraph("cotangents", formatArrays(smallest.cotangents))]),
    ...(smallest.tangents === undefined ? [] : [paragraph("tangents", formatArrays(smallest.tangents))]),
    ...finding.witnesses.map(({ name, value, sides }) =>
      paragraph(`${name}, with the ${sides}`, formatEvidence(value)),
    ),
    paragraph("replay", finding.replay),
  ].join("\n");
}
