import { randomFrom, seedOf } from "../src/base/random.ts";
import { sizeOf, type Shape } from "../src/base/shape.ts";
import { intervalAt, pointsNear, reals, type Reals } from "../src/op/domain.ts";
import { Tensor } from "../src/tensor/tensor.ts";

/** How far numbers keep from where an op breaks and, where it breaks at ties, from each other. */
const CLEARANCE = 1 / 32;
/** Numbers that float32 holds too are multiples of 1 / 256. */
const GRID = 256;
/** Tries before a number is taken as it is: where so many elements keep apart that no room is left. */
const MOST_TRIES = 1000;

/** Numbers that use all 53 bits, or that float32 holds too. */
export type Digits = "full" | "grid";

/** Draws elements from a seed of its own. */
export class Elements {
  private readonly random: () => number;
  /** What was drawn where the op breaks at ties. */
  private readonly taken: number[] = [];
  private readonly digits: Digits;

  /** @param seed words: the same ones give the same numbers. */
  constructor(digits: Digits, ...seed: readonly string[]) {
    this.digits = digits;
    this.random = randomFrom(seedOf("golden", ...seed));
  }

  /** A uniform number of [0, 1) with 53 bits. */
  unit(): number {
    return (Math.floor(this.random() * 2 ** 26) * 2 ** 27 + Math.floor(this.random() * 2 ** 27)) / 2 ** 53;
  }

  /** A whole number from `low` to `high`. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  /** Elements of an interval, away from where the op with these attributes breaks. */
  tensor(shape: Shape, from: Reals, attrs: object = {}): Tensor {
    return new Tensor(
      shape,
      Float64Array.from({ length: sizeOf(shape) }, (_, place) =>
        this.number({ ...from, ...intervalAt(from, shape, place) }, attrs),
      ),
    );
  }

  /** A direction: numbers from −2 to 2. */
  direction(shape: Shape): Tensor {
    return this.tensor(shape, reals(-2, 2));
  }

  private number(from: Reals, attrs: object): number {
    if (from.whole) return this.integer(from.low, from.high);
    const ties = from.breaks?.ties === true;
    let x = 0;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      x = from.low + this.unit() * (from.high - from.low);
      if (this.digits === "grid") x = Math.max(from.low, Math.floor(x * GRID) / GRID);
      const breaks = [...pointsNear(from.breaks, attrs, x), ...(ties ? this.taken : [])];
      const clear = !breaks.some((p) => Math.abs(x - p) < CLEARANCE);
      if (clear) break;
    }
    if (ties) this.taken.push(x);
    return x;
  }
}
