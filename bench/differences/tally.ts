/** What became of the estimates of one family. */
export class Tally {
  private readonly counts = {
    estimates: 0,
    wrong: 0,
    unknown: 0,
    kinks: 0,
    claims: 0,
    refuted: 0,
    falsehoods: 0,
    caught: 0,
  };
  private readonly widths: number[] = [];

  /**
   * Counts an estimate.
   *
   * @param off how far it is from the nearest derivative that it may have.
   */
  estimate(off: number, bound: number, kink: boolean, derivative: number): void {
    this.counts.estimates++;
    if (kink) this.counts.kinks++;
    if (bound === Number.POSITIVE_INFINITY) this.counts.unknown++;
    else {
      if (!(off <= bound)) this.counts.wrong++;
      if (derivative !== 0) this.widths.push(bound / Math.abs(derivative));
    }
  }

  /** Counts what became of a true claim, and of one that is off by a part in a thousand. */
  claim(derivative: number, refuted: (claim: number) => boolean): void {
    this.counts.claims++;
    if (refuted(derivative)) this.counts.refuted++;
    if (derivative === 0) return;
    this.counts.falsehoods++;
    if (refuted(derivative * 1.001)) this.counts.caught++;
  }

  add({ counts, widths }: Tally): void {
    for (const key of Object.keys(this.counts) as (keyof typeof counts)[]) this.counts[key] += counts[key];
    for (const width of widths) this.widths.push(width);
  }

  get wrong(): number {
    return this.counts.wrong + this.counts.refuted;
  }

  /** A row of a Markdown table under `HEADER`. */
  row(name: string): string {
    const { estimates, wrong, unknown, kinks, claims, refuted, falsehoods, caught } = this.counts;
    const sorted = this.widths.toSorted((a, b) => a - b);
    const width = (p: number): string => sorted[Math.floor(p * (sorted.length - 1))]?.toExponential(1) ?? "–";
    const cells = [
      name,
      String(estimates),
      String(wrong),
      share(unknown, estimates),
      share(kinks, estimates),
      width(0.5),
      width(0.99),
      claims === 0 ? "–" : String(refuted),
      share(caught, falsehoods),
    ];
    return `| ${cells.join(" | ")} |`;
  }
}

function share(count: number, of: number): string {
  return of === 0 ? "–" : `${((100 * count) / of).toFixed(1)} %`;
}

/** The head of the table. */
export const HEADER =
  "| family | estimates | beyond their bound | nothing known | kinks | bound ÷ derivative, median | 99 % | true claims refuted | " +
  "claims off by 10⁻³ refuted |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";
