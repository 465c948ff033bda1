import type { JsonNumber } from "../src/base/codec.ts";
import type { Finding } from "../src/suite/results.ts";

/** Kinds of findings of which the user of an engine is told nothing. */
const SILENT: ReadonlySet<Finding["kind"]> = new Set([
  "wrong-value",
  "wrong-gradient",
  "wrong-shape",
  "wrong-dtype",
  "non-finite",
  "invalid-subgradient",
  "nondeterministic",
  "mutates-input",
]);

/** The smallest float32 of full precision. */
const SMALLEST = 2 ** -126;

/** Whether an engine answers, and the answer is wrong. */
export function isSilent({ kind }: Pick<Finding, "kind">): boolean {
  return SILENT.has(kind);
}

/**
 * Findings, the most important first: the unexpected before the known; of these the silently wrong before what says that
 * it fails; of these one of each op before a second of any. An op's own findings stand with the proven first, then the
 * lower orders, then those farthest beyond their bound.
 */
export function byImportance(findings: readonly Finding[]): Finding[] {
  const turns = new Map<string, number>();
  return findings
    .toSorted((a, b) => byWeight(weightOf(a), weightOf(b)))
    .map((finding) => {
      const rank = 2 * Number(finding.known !== null) + Number(!isSilent(finding));
      const place = `${String(rank)} ${finding.op}`;
      const turn = turns.get(place) ?? 0;
      turns.set(place, turn + 1);
      return { finding, rank, turn };
    })
    .toSorted((a, b) => a.rank - b.rank || a.turn - b.turn)
    .map(({ finding }) => finding);
}

/** What weighs within an op; the smaller number is the more important. */
function weightOf({ confirmed, order, error, bound }: Finding): readonly number[] {
  return [Number(confirmed !== true), order, -excess(error, bound)];
}

/** How many bounds an error is; what is no number is beyond all of them. Where nothing may be, dust is still dust. */
function excess(error: JsonNumber | null, bound: JsonNumber | null): number {
  const ratio = Math.abs(Number(error)) / Math.max(Number(bound ?? 1), SMALLEST);
  return Number.isNaN(ratio) ? Number.POSITIVE_INFINITY : ratio;
}

function byWeight(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((x, i) => x !== b[i]);
  return i < 0 ? 0 : a[i]! < b[i]! ? -1 : 1;
}
