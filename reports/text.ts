const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;

/**
 * A text from outside with everything made visible that would act instead of being read: terminal control codes,
 * characters that turn the direction of writing, halves of surrogate pairs. Line breaks and tabs stay.
 *
 * @example
 * printable("\u001b[31mred"); // "\\u{1b}[31mred"
 */
export function printable(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(invisible, (char) =>
      char === "\n" || char === "\t" ? char : `\\u{${char.codePointAt(0)!.toString(16)}}`,
    );
}

/** {@link printable}, on one line. */
export function oneLine(text: string): string {
  return printable(text.trim().replace(/\s+/g, " "));
}

/** `a, b and c` */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? "";
  return `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** `1 check`, `12,345 checks` */
export function counted(n: number, singular: string, plural: string = `${singular}s`): string {
  return `${grouped(n)} ${n === 1 ? singular : plural}`;
}

/** A whole number with its thousands apart: `12,345`. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** An order of differentiation: `value`, `order 1`, … */
export function orderName(order: number): string {
  return order === 0 ? "value" : `order ${String(order)}`;
}
