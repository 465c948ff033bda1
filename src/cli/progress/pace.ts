import type { Stage } from "./view.ts";
import { counted, grouped } from "../../../reports/text.ts";

/** How fast a run goes, measured from when it began. */
export class Pace {
  readonly #start = performance.now();
  readonly #limit: number;
  readonly #before: number;
  /** What is counted. */
  readonly what: string;

  /**
   * @param limit seconds after which the run stops; Infinity for none.
   * @param before cases of an earlier run that it goes on with.
   * @param what is counted.
   */
  constructor(limit: number, before: number, what: string = "cases") {
    this.what = what;
    this.#limit = limit;
    this.#before = before;
  }

  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** Cases a second, and the seconds that are left. */
  at({ done, total }: Stage): { readonly rate: number; readonly left: number } {
    const rate = (done - this.#before) / Math.max(this.seconds, 1e-3);
    return { rate, left: Math.max(0, Math.min((total - done) / rate, this.#limit - this.seconds)) };
  }

  /** `320/s`, `12 s left`, `2 findings` */
  words(progress: Stage): readonly [rate: string, left: string, findings: string] {
    const { rate, left } = this.at(progress);
    return [
      `${rate < 10 ? rate.toFixed(1) : grouped(Math.round(rate))}/s`,
      `${duration(left)} left`,
      counted(progress.findings, "finding"),
    ];
  }
}

/** `12 s`, `2 min 5 s`, `3 h 4 min` */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${String(whole)} s`;
  if (whole < 3600) return `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
  return `${String(Math.floor(whole / 3600))} h ${String(Math.floor((whole % 3600) / 60))} min`;
}
