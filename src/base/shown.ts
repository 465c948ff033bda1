/** Longer texts are cut in messages. */
const MOST = 200;

/** A value from outside as an error message shows it: its JSON, cut short, or its kind where it has none. */
export function shown(value: unknown): string {
  try {
    return cut(JSON.stringify(value) ?? typeof value);
  } catch {
    // Nested deeper than the stack, or in a circle.
    return Array.isArray(value) ? "a list" : "an object";
  }
}

/** A text from outside, cut short. */
export function cut(text: string, most: number = MOST): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
