import type { Draw } from "../../src/op/domain.ts";
import type { Op } from "../../src/op/op.ts";
import { levelsOf } from "./levels.ts";
import { pairsOf } from "./pair-count.ts";

/** The numbers of those samples of an op that show a pair of levels which none before them does, found as far as they are asked for. */
export class NewPairs {
  readonly #op: Op;
  readonly #draws: (sample: number) => Draw;
  readonly #samples: number;
  readonly #numbers: number[] = [];
  readonly #seen = new Set<string>();
  #drawn = 0;

  /**
   * @param draws makes the choices of a sample, by its number.
   * @param samples how many are looked at.
   */
  constructor(op: Op, draws: (sample: number) => Draw, samples: number) {
    this.#op = op;
    this.#draws = draws;
    this.#samples = samples;
  }

  /** The number of the sample that is the n-th to show something new, from 0; null where there are fewer. */
  at(n: number): number | null {
    while (this.#numbers.length <= n && this.#drawn < this.#samples) this.#next();
    return this.#numbers[n] ?? null;
  }

  #next(): void {
    const sample = this.#drawn++;
    const levels = levelsOf(this.#op, this.#op.face!.domain.sample(this.#draws(sample)));
    const all = Object.values(levels).join("\0");
    if (this.#seen.has(all)) return;
    this.#seen.add(all);
    const before = this.#seen.size;
    for (const pair of pairsOf(levels)) this.#seen.add(pair);
    if (this.#seen.size > before) this.#numbers.push(sample);
  }
}
