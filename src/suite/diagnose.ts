import type { Judged, Judgement } from "../checks/judge.ts";
import type { Law } from "../checks/law.ts";
import { formatShape } from "../base/shape.ts";

/** Says in a sentence what is wrong, and the factor where one fits every entry. */
export function diagnose(law: Law, judgement: Judgement, worst: Judged | undefined): string {
  if (worst === undefined) return sentence(`instead of an answer: ${judgement.because ?? "nothing"}`);
  if (judgement.kind === "invalid-subgradient") return sentence(judgement.because ?? law.statement);
  const { claim, comparison } = worst;
  if (comparison.kind === "wrong-shape")
    return sentence(
      `"${claim.name}" has shape ${formatShape(claim.got.shape)}, right is ${formatShape(claim.want.shape)}`,
    );
  const at = `entry ${String(comparison.at)} of "${claim.name}" is ${String(claim.got.data[comparison.at])}, right is ${String(claim.want.data[comparison.at])}`;
  const factor = factorOf(claim.got.data, claim.want.data);
  const fitted =
    factor === null
      ? ""
      : factor === 0
        ? "; every entry is 0"
        : `; every entry is ${String(factor)} times the right one`;
  return sentence(`against the law that ${law.statement}: ${at}${fitted}`);
}

/** The simple factor between all entries, where there is one that is not 1. */
function factorOf(got: Float64Array, want: Float64Array): number | null {
  const pairs = [...want].map((w, i) => ({ w, g: got[i]! })).filter(({ w, g }) => w !== 0 || g !== 0);
  if (pairs.length === 0 || pairs.some(({ w }) => w === 0)) return null;
  for (const factor of [0, -1, 2, 0.5, -2, -0.5, 3, 4])
    if (pairs.every(({ w, g }) => Math.abs(g - factor * w) <= 1e-4 * Math.abs(w))) return factor;
  return null;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith(".") ? "" : ".");
}
