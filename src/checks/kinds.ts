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

/** Kinds of failures in which a number is wrong. */
export const wrongNumbers: readonly Kind[] = ["wrong-value", "wrong-gradient", "non-finite"];

/** Kinds of failures in which there is an answer, and it is wrong. */
export const wrongAnswers: readonly Kind[] = [...wrongNumbers, "wrong-shape"];
