import fc from "fast-check";
import type { Draw } from "../../src/op/domain.ts";
import { drawFrom } from "../../src/op/draw.ts";

/** Makes the choices of a case from fast-check's generator, so that every one of them can be shrunk. It draws the ends of ranges often. */
export function drawWith(g: fc.GeneratorValue): Draw {
  return drawFrom((low, high) => g(fc.integer, { min: low, max: high }));
}

/** The same where all numbers of a range are drawn equally often, so that programs hold every op. */
export function drawEvenly(g: fc.GeneratorValue): Draw {
  return drawFrom((low, high) => g(even, low, high));
}

/** The same where the choices are known beforehand; only shrinking makes others. */
export function drawAsGiven(g: fc.GeneratorValue, given: Draw): Draw {
  return drawFrom((low, high) => g(known, low, high, given.integer(low, high)));
}

function even(min: number, max: number): fc.Arbitrary<number> {
  return fc.noBias(fc.integer({ min, max }));
}

function known(min: number, max: number, value: number): fc.Arbitrary<number> {
  return new Known(fc.integer({ min, max }), value);
}

/** Always one number, which shrinks as any other does. */
class Known extends fc.Arbitrary<number> {
  readonly #among: fc.Arbitrary<number>;
  readonly #value: number;

  constructor(among: fc.Arbitrary<number>, value: number) {
    super();
    this.#among = among;
    this.#value = value;
  }

  override generate(): fc.Value<number> {
    return new fc.Value(this.#value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is number {
    return this.#among.canShrinkWithoutContext(value);
  }

  override shrink(value: number, context: unknown): fc.Stream<fc.Value<number>> {
    return this.#among.shrink(value, context);
  }
}
