/** Half of what a string of V8 can hold. */
const LONGEST = 2 ** 28;

/**
 * Cuts a text that comes in chunks into lines. Lines end with `\n` alone: JSON may hold every other kind of line end in
 * its strings, and `node:readline` would cut there. A line longer than `longest` is handed out cut to that length as soon
 * as it has it, and its rest is passed over: it reads as garbage and does not fill the memory.
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
      lines.push(...this.#keep(chunk.slice(start, end)), ...this.end());
      start = end + 1;
    }
    lines.push(...this.#keep(chunk.slice(start)));
    return lines;
  }

  /** The unfinished line at the end of the text, if there is one. */
  end(): string[] {
    const line = this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join("");
    this.#parts = [];
    this.#length = 0;
    return line.trim() === "" ? [] : [line];
  }

  /** Adds to the line at hand; gives it where that makes it too long. */
  #keep(part: string): string[] {
    const room = this.#longest - this.#length;
    if (part === "" || room === 0) return [];
    this.#parts.push(part.slice(0, room));
    if (part.length < room) {
      this.#length += part.length;
      return [];
    }
    const line = this.end();
    // No room is left until the line ends.
    this.#length = this.#longest;
    return line;
  }
}
