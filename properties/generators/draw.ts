import fc from "fast-check";
import type { Draw } from "../../src/op/domain.ts";
import { drawFrom } from "../../src/op/draw.ts";

/** Makes the choices of a case from fast-check's generator, so that every one of them can be shrunk. */
export function drawWith(g: fc.GeneratorValue): Draw {
  return drawFrom((low, high) => g(fc.integer, { min: low, max: high }));
}
