import { printable } from "./text.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text from outside as the content of an element, of HTML or XML. These have no form for control characters: they become visible ones. */
export function markup(text: string): string {
  return printable(text).replace(/[&<>"]/g, (char) => entities[char]!);
}
