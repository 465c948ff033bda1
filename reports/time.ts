import type { Run } from "../src/suite/results.ts";

/** A moment as `2026-01-31 12:00:00 UTC`. */
export function isoTime(milliseconds: number): string {
  // Reads no clock: it only writes a number that the run has recorded as a date.
  // oxlint-disable-next-line no-restricted-globals
  const text = new Date(milliseconds).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}

/** How long a run took: `4.2 s`, `2 min 5 s`. */
export function duration({ start, stop }: Run["timing"]): string {
  const seconds = (stop - start) / 1000;
  if (seconds < 60) return `${String(Number(seconds.toFixed(1)))} s`;
  return `${String(Math.floor(seconds / 60))} min ${String(Math.round(seconds % 60))} s`;
}
