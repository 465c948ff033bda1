/** A file of JSON for people to read: two spaces a level, and a list of numbers in one line. */
export function jsonText(x: unknown): string {
  // A line break is none of a string's own in JSON, and without a quote there is no string.
  const text = JSON.stringify(x, null, 2).replaceAll(/\[\n[^"[\]{}]*\]/g, (list) => list.replaceAll(/\s+/g, ""));
  return `${text}\n`;
}
