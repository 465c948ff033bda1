/** Gives out identifiers, each once. */
export class Identifiers {
  readonly #taken: Set<string>;

  /** @param reserved words that are not given out. */
  constructor(reserved: readonly string[]) {
    this.#taken = new Set(reserved);
  }

  /**
   * A new identifier that reads like `name`, which may be any string: letters of all scripts stay.
   *
   * Python compares identifiers after NFKC normalization, so they are given out in this form.
   */
  fresh(name: string): string {
    const word = name.normalize("NFKC").replace(/[^\p{XID_Continue}]/gu, "_");
    const start = /^[\p{XID_Start}_]/u.test(word) ? word : `_${word}`;
    let id = start;
    for (let i = 2; this.#taken.has(id); i++) id = `${start}_${String(i)}`;
    this.#taken.add(id);
    return id;
  }
}
