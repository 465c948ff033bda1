/**
 * What the program's end says (CONTRACT.md, "Command line"). A defect of Cotangent itself ends with `unexpected` too:
 * it is not the user's fault, and it must not look like success.
 */
export const exitCodes = {
  /** Nothing unexpected. */
  fine: 0,
  /** An unexpected finding, a known difference that no longer occurs, or nothing that was compared. */
  unexpected: 1,
  /** Bad usage or bad input. */
  usage: 2,
  /** An engine that was asked for by name could not run. */
  noEngine: 3,
  /** Interrupted; what was done is kept. */
  interrupted: 130,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
