import type { Judged, Judgement } from "../../checks/judge.ts";
import type { Law } from "../../checks/law.ts";
import type { Case } from "../../checks/case.ts";
import { formatShape, sizeOf } from "../../base/shape.ts";
import { factor } from "./factor.ts";
import type { Fit } from "./fit.ts";
import { otherCall } from "./other-call.ts";
import { parts } from "./parts.ts";
import { places } from "./places.ts";

/** Ways to be wrong, the most telling first. */
const fits: readonly Fit[] = [otherCall, factor, places, parts];

/** Says in a sentence what is wrong, and how, where one way to be wrong fits every entry. */
export function diagnose(law: Law, c: Case, judgement: Judgement, worst: Judged | undefined): string {
  if (worst === undefined) return sentence(`instead of an answer: ${judgement.because ?? "nothing"}`);
  if (judgement.kind === "invalid-subgradient") return sentence(judgement.because ?? law.statement);
  const { claim, comparison } = worst;
  const { name, got, want } = claim;
  if (comparison.kind === "wrong-shape") return sentence(shapes(name, got.shape, want.shape, law.order));
  const at = `entry ${String(comparison.at)} of "${name}" is ${String(got.data[comparison.at])}, right is ${String(want.data[comparison.at])}`;
  const fitted = law.applies === "others" ? firstFit({ ...claim, case: c, order: law.order }) : null;
  const against = law.applies === "others" ? "" : `against the law that ${law.statement}: `;
  return sentence(`${against}${at}${fitted === null ? "" : `; ${fitted}`}`);
}

function firstFit(answered: Parameters<Fit>[0]): string | null {
  for (const fit of fits) {
    const words = fit(answered);
    if (words !== null) return words;
  }
  return null;
}

function shapes(name: string, got: readonly number[], want: readonly number[], order: number): string {
  const unsummed = order > 0 && sizeOf(got) > sizeOf(want) ? "; what broadcasting repeated is not summed" : "";
  return `"${name}" has shape ${formatShape(got)}, right is ${formatShape(want)}${unsummed}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith(".") ? "" : ".");
}
