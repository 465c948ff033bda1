import { UNIT_ROUNDOFF } from "../../base/ulp.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { Found, type Differences, type Question } from "./found.ts";
import { ladder, lineOf, pointsOf, type Line } from "./line.ts";
import { slopeOf } from "./slope.ts";

/** Hands out points, as a batch of inputs, and wants the function's values there, as a batch. */
type Plan<T> = Generator<readonly Tensor[], T, Tensor>;

/**
 * The first rung of a ladder, in scales of the inputs, and the ratio of one rung to the next: no round numbers, or a
 * period of the function may divide all of them.
 */
const TOP = 0.43;
const RATIO = 2.9;
/** Down to where noise takes half of the digits. */
const RUNGS = { float64: 17, float32: 8 } as const;
/** The glance's step in scales of the inputs, its points in steps, and its bound in third-difference corrections. */
const GLANCE = 1e-4;
const GLANCE_AT = [-1, 1, 2] as const;
const CORRECTIONS = 8;
/** Points evaluated together. */
const CHUNK = 60;

/** Estimates derivatives; whoever runs it evaluates the function, at once or in time. */
export function* differences(question: Question): Plan<Differences> {
  const { directions } = question;
  const count = directions.find((d) => d !== null)?.batch ?? 1;
  const found = new Found(question, count);
  let lines = Array.from({ length: count }, (_, n) => lineOf(question, n)).filter(({ n, longest }) => {
    if (longest === 0) found.still(n);
    return longest > 0;
  });
  if (question.claimed !== undefined) lines = yield* glance(question, found, lines);
  lines = yield* climb(question, found, lines, ({ scale }) => scale);
  // Near zero there may be a pole or a kink nearer than all of these steps.
  lines = lines.filter(({ nearest, scale }) => nearest < scale / 8);
  yield* climb(question, found, lines, ({ nearest }) => nearest);
  return found.differences();
}

/**
 * A look at three points a line, for claims that it may bear out: the cubic through x − h, x, x + h and x + 2h. Its
 * bound is a multiple of the correction by the third difference, plus a guard where that is zero by chance, plus noise.
 *
 * @returns the lines that need more than a look.
 */
function* glance(q: Question, found: Found, lines: readonly Line[]): Plan<Line[]> {
  const { here, size } = found;
  const u = UNIT_ROUNDOFF[q.precision];
  for (const chosen of inChunks(lines, CHUNK / GLANCE_AT.length)) {
    const offsets = chosen.map(({ scale }) => GLANCE_AT.map((s) => s * GLANCE * scale));
    const { data, batch } = yield pointsOf(q, chosen, offsets);
    const row = batch === 1 ? 0 : size;
    chosen.forEach(({ n, scale, longest }, c) => {
      const h = (GLANCE * scale) / longest;
      for (let i = 0; i < size; i++) {
        const at = c * GLANCE_AT.length * row + i;
        const [before, x, after, twice] = [data[at]!, here.data[i]!, data[at + row]!, data[at + 2 * row]!];
        const central = (after - before) / (2 * h);
        const third = (twice - 3 * after + 3 * x - before) / (6 * h);
        const second = after - 2 * x + before;
        const rounding = (4 * q.noise.data[i]!) / h + 8 * u * Math.abs(central);
        found.put(n, i, central - third, CORRECTIONS * Math.abs(third) + h * Math.abs(second) + rounding, false);
      }
    });
  }
  const open = found.open(lines);
  for (const { n } of open) found.forget(n);
  return open;
}

/**
 * Climbs down a ladder of steps on both sides of the point.
 *
 * @param topOf the ladder's scale.
 * @returns the lines on which not everything is known well.
 */
function* climb(q: Question, found: Found, lines: readonly Line[], topOf: (line: Line) => number): Plan<Line[]> {
  const { here, size } = found;
  const { precision } = q;
  for (const chosen of inChunks(lines, Math.max(1, Math.floor(CHUNK / (2 * RUNGS[precision]))))) {
    const ladders = chosen.map((line) => ladder(line, TOP * topOf(line), RATIO, RUNGS[precision], precision));
    const offsets = ladders.map((steps) => steps.flatMap((h) => [h, -h]));
    const { data, batch } = yield pointsOf(q, chosen, offsets);
    const row = batch === 1 ? 0 : size;
    let first = 0;
    chosen.forEach(({ n, longest }, c) => {
      const steps = ladders[c]!;
      for (let i = 0; i < size; i++) {
        const at = (side: 0 | 1): Float64Array =>
          Float64Array.from(steps, (_, k) => data[first + (2 * k + side) * row + i]!);
        const values = { here: here.data[i]!, after: at(0), before: at(1) };
        found.improve(n, i, slopeOf(steps, values, q.noise.data[i]!, precision), longest);
      }
      first += 2 * steps.length * row;
    });
  }
  return found.open(lines);
}

function* inChunks<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let first = 0; first < all.length; first += size) yield all.slice(first, first + size);
}
