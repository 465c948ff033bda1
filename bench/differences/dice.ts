import { randomFrom } from "../../src/base/random.ts";
import type { Precision } from "../../src/base/ulp.ts";

/** Draws the numbers of a fuzz from a seed. */
export class Dice {
  readonly random: () => number;
  private readonly precision: Precision;

  constructor(seed: number, precision: Precision) {
    this.random = randomFrom(seed);
    this.precision = precision;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  /** A number whose decimal logarithm lies evenly between two. */
  power(low: number, high: number): number {
    return 10 ** this.between(low, high);
  }

  /** The same with either sign. */
  signed(low: number, high: number): number {
    return (this.random() < 0.5 ? -1 : 1) * this.power(low, high);
  }

  /** Any size that the precision has numbers of, with room to square them. */
  scale(): number {
    return this.precision === "float32" ? this.power(-18, 18) : this.power(-150, 150);
  }

  /** A whole number below `n`. */
  below(n: number): number {
    return Math.floor(n * this.random());
  }

  /** One of the values. */
  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  /** The number of the precision that is nearest: where functions are differentiated. */
  point(x: number): number {
    return this.precision === "float32" ? Math.fround(x) : x;
  }
}
