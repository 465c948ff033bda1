import { exitCodes } from "./exit-codes.ts";

/** A Ctrl-C may come twice, from the terminal and from npm; this close together it is one. In milliseconds. */
const ONE_KEY = 400;

/** What is to be done before the process ends at once. */
let stopAfterCase: (() => void) | undefined;

/**
 * Listens to Ctrl-C. Where {@link softly} has said what to do, the first one does that and the second ends the
 * process; elsewhere the first one ends it. Engines' processes end with ours.
 */
export function listenToInterrupts(): void {
  let first = Number.NEGATIVE_INFINITY;
  const interrupt = (): void => {
    const now = performance.now();
    if (now - first < ONE_KEY) return;
    if (stopAfterCase === undefined || Number.isFinite(first)) process.exit(exitCodes.interrupted);
    first = now;
    stopAfterCase();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
}

/** Says what the first Ctrl-C does from here on. */
export function softly(stop: () => void): void {
  stopAfterCase = stop;
}
