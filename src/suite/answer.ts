/** What an engine answered for one element of a result, with a cotangent of 1. */
export interface Observed {
  /** The place of the kink. */
  readonly at: string;
  /** The gradient by the elements that the kink is about, and the names of the inputs that these are of. */
  readonly shares: readonly number[];
  readonly names: readonly string[];
  readonly valid: boolean;
}

/** Shares nearer than float32 can tell are one. The words decide nothing: the verdicts are those of the law. */
const SAME = 2 ** -20;

/** The convention that all answers follow, in a few words; null where there are none. */
export function answerOf(observed: readonly Observed[]): string | null {
  const [first] = observed;
  if (first === undefined) return null;
  const rule = RULES.find(({ holds }) =>
    observed.every(({ shares }) => shares.every((s, i) => Math.abs(s - holds(i, shares.length)) <= SAME)),
  );
  if (first.at === "ties" && rule !== undefined) return rule.words(first.names);
  const seen = [...new Set(observed.map(({ shares }) => [...new Set(shares.map(shareText))].join(", ")))];
  return seen.length === 1 ? seen[0]! : `varies: ${seen.slice(0, 3).join("; ")}`;
}

interface Rule {
  /** The share of element `i` of the `count` that tie. */
  readonly holds: (i: number, count: number) => number;
  readonly words: (names: readonly string[]) => string;
}

const RULES: readonly Rule[] = [
  { holds: () => 0, words: () => "0" },
  { holds: (_, count) => 1 / count, words: (names) => (isPair(names) ? "½ each" : "shared evenly") },
  { holds: (i) => Number(i === 0), words: (names) => `all to ${isPair(names) ? names[0]! : "the first"}` },
  {
    holds: (i, count) => Number(i === count - 1),
    words: (names) => `all to ${isPair(names) ? names[1]! : "the last"}`,
  },
  { holds: () => 1, words: () => "all to each" },
];

/** Whether the elements that tie are those of two inputs. */
function isPair(names: readonly string[]): boolean {
  return new Set(names).size === 2;
}

function shareText(share: number): string {
  const known = [0, 0.5, 1, -1, -0.5].find((x) => Math.abs(share - x) <= SAME);
  const words: Readonly<Record<string, string>> = { "0.5": "½", "-0.5": "−½", "-1": "−1" };
  return known === undefined ? String(Number(share.toPrecision(4))) : (words[String(known)] ?? String(known));
}
