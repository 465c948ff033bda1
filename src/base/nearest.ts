/** No word is as long as that; what is, is near to none. */
const LONGEST = 100;

/** Levenshtein distance between two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The end of an error message about an unknown word: the nearest valid one where one is near, else all of them.
 *
 * @example
 * didYouMean("sigmod", ["sigmoid", "tanh"]); // "did you mean \"sigmoid\"?"
 */
export function didYouMean(word: string, valid: readonly string[]): string {
  const ranked = (word.length > LONGEST ? [] : valid)
    .map((v) => ({ v, d: distance(word.toLowerCase(), v.toLowerCase()) }))
    .toSorted((a, b) => a.d - b.d);
  const best = ranked[0];
  if (best !== undefined && best.d <= Math.max(2, Math.floor(word.length / 3))) return `did you mean "${best.v}"?`;
  return valid.length === 0 ? "there are none" : `valid: ${valid.join(", ")}`;
}
