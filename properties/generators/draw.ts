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

function even(min: number, max: number): fc.Arbitrary<number> {
  return fc.noBias(fc.integer({ min, max }));
}
