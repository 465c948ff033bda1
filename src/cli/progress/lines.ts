import { grouped } from "../../../reports/text.ts";
import type { Pace } from "./pace.ts";
import type { ProgressView } from "./view.ts";

/** Seconds between two lines. */
const EVERY = 5;

/** A line now and then, for logs and pipes. */
export function lines(pace: Pace, write: (line: string) => void): ProgressView {
  let last = 0;
  return {
    update: (progress) => {
      if (pace.seconds - last < EVERY) return;
      last = pace.seconds;
      const { done, total } = progress;
      write(`cotangent: ${grouped(done)} of ${grouped(total)} ${pace.what}, ${pace.words(progress).join(", ")}`);
    },
    note: (text) => {
      write(`cotangent: ${text}`);
    },
    stop: () => undefined,
  };
}
