import type { Pace } from "./pace.ts";
import type { ProgressView } from "./view.ts";

/** Seconds between two lines. */
const EVERY = 0.25;

/** `{"event":"progress", …}` now and then, and for the last case. */
export function jsonLines(pace: Pace, write: (event: object) => void): ProgressView {
  let last = Number.NEGATIVE_INFINITY;
  return {
    update: (progress) => {
      const { rate, left } = pace.at(progress);
      if (pace.seconds - last < EVERY && progress.done < progress.total) return;
      last = pace.seconds;
      write({ event: "progress", ...progress, casesPerSecond: Number(rate.toFixed(1)), secondsLeft: Math.ceil(left) });
    },
    note: (text) => {
      write({ event: "note", text });
    },
    stop: () => undefined,
  };
}
