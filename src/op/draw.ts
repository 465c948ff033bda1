import type { Shape } from "../base/shape.ts";
import type { Draw } from "./domain.ts";

/** How large tensors get. */
interface Limits {
  readonly elements: number;
  readonly dimension: number;
}

/** Small, for laws ask for every row of a Jacobian. */
const SMALL: Limits = { elements: 24, dimension: 3 };

/** All choices of a {@link Draw}, from one that gives whole numbers. */
export function drawFrom(integer: Draw["integer"], limits: Limits = SMALL): Draw {
  const dimension = (): number => (integer(0, 19) === 19 ? 0 : integer(1, limits.dimension));
  const shape = (minRank: number, maxRank: number): Shape =>
    capped(Array.from({ length: integer(minRank, maxRank) }, dimension), limits.elements);
  return {
    integer,
    pick: <T>(values: readonly T[]): T => values[integer(0, values.length - 1)]!,
    flag: () => integer(0, 1) === 1,
    dimension,
    shape,
    broadcastable: (count) => {
      const full = shape(0, 4);
      // One of them has the full shape; the others leave out dimensions or have them as 1.
      const whole = integer(0, count - 1);
      return Array.from({ length: count }, (_, i) =>
        i === whole || integer(0, 1) === 0
          ? full
          : full.slice(integer(0, full.length)).map((d) => (integer(0, 2) === 0 ? 1 : d)),
      );
    },
  };
}

/** Holds the number of elements; a dimension of 2 each is always possible. */
function capped(shape: readonly number[], elements: number): Shape {
  const most = Math.max(elements, 2 ** shape.length);
  let size = 1;
  return shape.map((d) => {
    const kept = size * d > most ? 1 : d;
    size *= Math.max(1, kept);
    return kept;
  });
}
