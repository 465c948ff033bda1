/** The TensorFlow.js backends that run in Node. */
export const BACKENDS = ["cpu", "wasm", "node"] as const;

/** One of {@link BACKENDS}. */
export type Backend = (typeof BACKENDS)[number];

/** Whether a word names a backend. */
export function isBackend(word: string | undefined): word is Backend {
  return BACKENDS.some((backend) => backend === word);
}
