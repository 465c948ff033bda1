import type { Separation } from "./separate.ts";

/** An entry of a gradient: the input it is of, as a text shows it, and its place there. */
export interface Entry {
  readonly input: string;
  readonly i: number;
}

/**
 * A separation in words: `the sum of entries 0, 1 of "x" is 2, and of every valid gradient it is 1`.
 *
 * @param entries one for each weight.
 */
export function separationText({ weights, sum, least, most }: Separation, entries: readonly Entry[]): string {
  const used = [...weights].flatMap((w, n) => (w === 0 ? [] : [{ ...entries[n]!, w }]));
  const plain = used.every(({ w }) => w === 1);
  const terms = [...new Set(used.map(({ input }) => input))].map((input) => {
    const own = used.filter((entry) => entry.input === input);
    const places = own.map(({ i, w }) => (plain ? String(i) : `${String(i)} (times ${short(w)})`));
    return `${places.length === 1 ? "entry" : "entries"} ${places.join(", ")} of ${input}`;
  });
  const subject = used.length === 1 && plain ? terms[0]! : `the sum of ${terms.join(" and ")}`;
  const [low, high] = [short(least), short(most)];
  const valid = low === high ? `is ${low}` : `lies between ${low} and ${high}`;
  return `${subject} is ${short(sum)}, and of every valid gradient it ${valid}`;
}

/** To the digits of float32. */
function short(x: number): string {
  return String(Number(x.toPrecision(7)) + 0);
}
