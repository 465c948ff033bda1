import { oneLine, printable } from "./text.ts";

/** A text from outside as Markdown that shows it letter by letter, on one line. */
export function markdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** A text from outside as a code span: for names. In a table, too. */
export function codeSpan(text: string): string {
  const line = oneLine(text).replaceAll("|", "¦");
  const fence = "`".repeat(longestRun(line) + 1);
  return line.includes("`") ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** A text from outside as a fenced block of code. */
export function codeBlock(text: string, language: string = ""): string {
  const body = printable(text);
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

/** A link, where the address is one that is safe to write as it is; else the address as text. */
export function markdownLink(address: string, text: string): string {
  return /^https?:\/\/[\w./?#&=%~:@+,;!-]+$/.test(address) ? `[${text}](<${address}>)` : markdown(address);
}

function longestRun(text: string): number {
  return Array.from(text.matchAll(/`+/g)).reduce((longest, [run]) => Math.max(longest, run.length), 0);
}
