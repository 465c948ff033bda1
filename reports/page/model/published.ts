/** Numbers as they were printed: a factor before the brackets, and four decimals inside. */
export interface Printed {
  readonly factor: 1 | 1e-2;
  readonly decimals: readonly string[];
}

/** What the publication of the worked example prints, run with PyTorch. */
export const published: {
  readonly W: Printed;
  readonly b: Printed;
  readonly rowFirst: Printed;
  readonly rowSecond: Printed;
} = {
  W: { factor: 1e-2, decimals: ["-2.6718", "-3.2673", "-3.8628"] },
  b: { factor: 1, decimals: ["0.1481", "-0.1038"] },
  // The publication prints this row second, and the next one first.
  rowFirst: { factor: 1e-2, decimals: ["1.4808", "2.9616", "4.4424"] },
  rowSecond: { factor: 1e-2, decimals: ["-4.1526", "-6.2289", "-8.3053"] },
};

/** How many of some numbers, rounded as the publication rounds, are the printed ones. */
export function printedAlike(values: readonly number[], { factor, decimals }: Printed): number {
  return decimals.filter((text, i) => ((values[i] ?? Number.NaN) / factor).toFixed(4) === text).length;
}

/** The printed numbers, with their factor multiplied in: moving the point loses no digit. */
export function printedLines({ factor, decimals }: Printed): string[] {
  return decimals.map((text) => String(Number(factor === 1 ? text : `${text}e-2`)));
}
