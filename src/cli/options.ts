import { InputError } from "../base/errors.ts";
import { didYouMean } from "../base/nearest.ts";
import { oneLine } from "../../reports/text.ts";

const shown = (text: string): string => `"${oneLine(text)}"`;

/** Reads a whole number of at least `least`. */
export function wholeNumber(flag: string, least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least)
      throw new InputError(`${flag}: expected a whole number of ${String(least)} or more, got ${shown(text)}`);
    return number;
  };
}

/** Reads a number of seconds, above 0. */
export function seconds(flag: string): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+([.]\d+)?$/.test(text) || !(number > 0) || !Number.isFinite(number))
      throw new InputError(`${flag}: expected a number of seconds above 0, got ${shown(text)}`);
    return number;
  };
}

/** Reads `I/N`: part I of N. */
export function shard(flag: string): (text: string) => { readonly index: number; readonly count: number } {
  return (text) => {
    const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(text)?.map(Number) ?? [];
    if (index === undefined || count === undefined || index < 1 || index > count)
      throw new InputError(`${flag}: expected I/N with I from 1 to N, such as 1/4, got ${shown(text)}`);
    return { index, count };
  };
}

/** Reads names with commas between them; a flag that is given twice adds to the list. */
export function names(flag: string): (text: string, before?: readonly string[]) => readonly string[] {
  return (text, before = []) => {
    const list = text.split(",").map((name) => name.trim());
    if (list.includes("")) throw new InputError(`${flag}: expected names with commas between them, got ${shown(text)}`);
    return [...new Set([...before, ...list])];
  };
}

/** Reads a text that is not empty: a file, a folder. */
export function text(flag: string, what: string): (text: string) => string {
  return (given) => {
    if (given.trim() === "") throw new InputError(`${flag}: expected ${what}, got ${shown(given)}`);
    return given;
  };
}

/**
 * Checks that names are known.
 *
 * @throws InputError naming the nearest valid one.
 */
export function checkNames(flag: string, what: string, given: readonly string[], valid: readonly string[]): void {
  for (const name of given)
    if (!valid.includes(name))
      throw new InputError(`${flag}: there is no ${what} ${shown(name)}; ${didYouMean(name, valid)}`);
}
