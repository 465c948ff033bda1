/** Half of what a string of V8 can hold. */
const LONGEST = 2 ** 28;

/**
 * Cuts a text that comes in chunks into lines. Lines end with `\n` alone: JSON may hold every other kind of line end in
 * its strings, and `node:readline` would cut there. A line longer than `longest` is cut short; so it reads as
 * garbage and does not fill the memory.
 */
export class LineSplitter {
  readonly #longest: number;
  #parts: string[] = [];
  #length = 0;

  constructor(longest: number = LONGEST) {
    this.#longest = longest;
  }

  /** The lines that this chunk completes, without blank ones. */
  push(chunk: string): string[] {
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
      this.#keep(chunk.slice(start, end));
      lines.push(...this.end());
      start = end + 1;
    }
    this.#keep(chunk.slice(start));
    return lines;
  }

  /** The unfinished line at the end of the text, if there is one. */
  end(): string[] {
    const line = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join("");
    this.#parts = [];
    this.#length = 0;
    return line.trim() === "" ? [] : [line];
  }

  #keep(part: string): void {
    const fits = part.slice(0, this.#longest - this.#length);
    if (fits === "") return;
    this.#parts.push(fits);
    this.#length += fits.length;
  }
}
