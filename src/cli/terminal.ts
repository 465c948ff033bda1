import { stripVTControlCharacters, styleText } from "node:util";

/** A stream of ours: stdout, stderr. */
type Output = typeof process.stdout | typeof process.stderr;

/** How words are set apart. */
export type Style = "bold" | "dim" | "red" | "green" | "yellow";

/** Sets words apart, where the stream shows colours and `NO_COLOR` is not set. */
export type Paint = (style: Style, text: string) => string;

const isSet = (name: string): boolean => (process.env[name] ?? "") !== "";

/** The paint of a stream. */
export function paintFor(stream: Output): Paint {
  const colours = !isSet("NO_COLOR") && stream.isTTY && stream.hasColors();
  return colours ? (style, text) => styleText(style, text) : (_, text) => text;
}

/** Whether a line on the stream can be drawn again and again: a terminal, and no CI system that only keeps a log. */
export function isLive(stream: Output): boolean {
  return stream.isTTY && !isSet("CI") && process.env["TERM"] !== "dumb";
}

/** Columns of a terminal; Infinity where nothing limits a line. */
export function widthOf(stream: Output): number {
  if (!stream.isTTY) return Number.POSITIVE_INFINITY;
  // A terminal that does not know its width says 0 or nothing.
  return stream.columns > 0 ? Math.max(20, stream.columns) : 80;
}

/** Columns that a text takes. */
function lengthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** Breaks a text between words into lines of at most `width`; all lines but the first are indented. */
export function fold(text: string, width: number, indent: string = ""): string[] {
  const lines: string[] = [];
  const [first = "", ...words] = text.split(/(?<=\S) /u);
  let line = first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (lengthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = indent + word.trimStart();
    }
  }
  return [...lines, line];
}

/** Pads the cells of each column to one width; the last cell of a row is left as it is. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.slice(0, -1).entries()) widths[i] = Math.max(lengthOf(cell), widths[i] ?? 0);
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell + " ".repeat(widths[i]! - lengthOf(cell))))
      .join("  ")
      .trimEnd(),
  );
}
