import { printable } from "../text.ts";

/** HTML that is safe to show. Only {@link html} and {@link raw} make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: anything that is not Html is escaped; null and false leave nothing. */
export type Part = Html | string | number | null | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function render(part: Part): string {
  if (part === null || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(render).join("");
  return printable(String(part)).replace(/[&<>"']/g, (char) => entities[char]!);
}

/**
 * A template whose parts are escaped, for content and for attributes in double quotes alike.
 *
 * @example
 * html`<td title="${name}">${name}</td>`;
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, i) => text + render(parts[i - 1] ?? null) + string));
}

/** A name that may be broken after an underscore, where a column is too narrow for it. */
export function breakable(name: string): Html {
  const words = name.split("_");
  return html`${words.map((word, i) => (i === 0 ? html`${word}` : html`_<wbr />${word}`))}`;
}

/** Text of our own making that is HTML (or CSS) already. Nothing from outside comes in here. */
export function raw(text: string): Html {
  return new Html(text);
}

/**
 * An id for an anchor, made of any texts; different texts give different ids, and an id is its own fragment
 * in an address.
 */
export function anchor(...texts: readonly string[]): string {
  return texts
    .map((text) => text.replace(/[^A-Za-z0-9-]/g, (char) => `_${char.charCodeAt(0).toString(16)}_`))
    .join(".");
}
