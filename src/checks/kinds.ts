/** What can be wrong with an engine (CONTRACT.md, "A run on disk"). */
export const kinds = [
  "wrong-value",
  "wrong-gradient",
  "wrong-shape",
  "wrong-dtype",
  "missing-gradient",
  "non-finite",
  "invalid-subgradient",
  "throws",
  "does-not-throw",
  "nondeterministic",
  "mutates-input",
  "timeout",
  "crash",
  "protocol",
] as const;

/** One of {@link kinds}. */
export type Kind = (typeof kinds)[number];
