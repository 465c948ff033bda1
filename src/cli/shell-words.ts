import { InputError } from "../base/errors.ts";

const WORD = /\s*((?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+)/suy;
const PART = /([^\s'"\\]+)|\\(.)|'([^']*)'|"((?:[^"\\]|\\.)*)"/gsu;

/**
 * Splits a command line as a shell does, with its three ways of quoting and nothing else: no variables, no wildcards.
 *
 * @throws InputError for a quote that is not closed.
 * @example
 * shellWords(`python3 'my engine.py' --dtype "float\"64"`); // ["python3", "my engine.py", "--dtype", 'float"64']
 */
export function shellWords(text: string, where: string): string[] {
  const words: string[] = [];
  const line = text.trim();
  WORD.lastIndex = 0;
  while (WORD.lastIndex < line.length) {
    const at = WORD.lastIndex;
    const word = WORD.exec(line)?.[1];
    if (word === undefined)
      throw new InputError(`${where}: a quote or backslash is left open: ${line.slice(at).trim()}`);
    words.push(
      word.replace(PART, (_, plain?: string, escaped?: string, single?: string, double?: string) =>
        [plain, escaped, single, double?.replace(/\\(["\\$`])/g, "$1")].join(""),
      ),
    );
  }
  return words;
}

/** A word as it has to be written in a shell. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
