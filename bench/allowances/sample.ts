import { UNIT_ROUNDOFF } from "../../src/base/ulp.ts";
import type { Reals } from "../../src/op/domain.ts";
import { worksByElement, type Op } from "../../src/op/op.ts";
import { Tensor, tensor } from "../../src/tensor/tensor.ts";

/** Elements of a large array, which engines go through many at a time, and of small ones, which they do not. */
const [LARGE, SMALL] = [8192, 7];
/** The share of requests that are small, so that their points are a few per cent of all. */
const SMALL_SHARE = 0.95;
/** The longest lane of an op that works along an axis. */
const LANE = 24;

/** Draws inputs of an op: float32 numbers from its whole range, as one request's arrays. */
export function drawInputs(op: Op, zeros: readonly number[], random: () => number): Tensor[] {
  const small = random() < SMALL_SHARE;
  const count = small ? 1 + Math.floor(random() * SMALL) : LARGE;
  if (worksByElement(op))
    return op.inputs.map((name) => {
      const domain = op.face!.domain.inputs[name]!;
      return new Tensor(
        [count],
        Float64Array.from({ length: count }, () => drawNumber(domain, zeros, random)),
      );
    });
  const lane = 1 + Math.floor(random() * LANE);
  const rows = small ? 1 : Math.ceil(count / lane);
  // Lanes from nearly level to so steep that all but the largest element are lost.
  const data = new Float64Array(rows * lane);
  for (let r = 0; r < rows; r++) {
    const scale = 2 ** (10 * random() - 3);
    for (let k = 0; k < lane; k++) data[r * lane + k] = Math.fround(scale * (2 * random() - 1));
  }
  return [new Tensor([rows, lane], data)];
}

/** A normal float32 number: any, one of the op's domain, of a size at which functions bend, or near one of its zeros. */
function drawNumber(domain: Reals, zeros: readonly number[], random: () => number): number {
  const sign = random() < 0.5 ? -1 : 1;
  switch (Math.floor(4 * random())) {
    case 0:
      return sign * Math.fround(2 ** (Math.floor(254 * random()) - 126) * (1 + random() * (1 - UNIT_ROUNDOFF.float32)));
    case 1:
      return Math.fround(domain.low + (domain.high - domain.low) * random());
    case 2:
      return sign * Math.fround(2 ** (20 * random() - 12));
    default: {
      const zero = zeros[Math.floor(zeros.length * random())] ?? 1;
      return Math.fround(zero + sign * Math.max(1, Math.abs(zero)) * 2 ** (-24 * random()));
    }
  }
}

/** Where an op of one input is zero, apart from 0 itself: functions may be off by more there than their value says. */
export function zerosOf(op: Op): number[] {
  if (op.inputs.length > 1 || !worksByElement(op)) return [];
  const f = (x: number): number => op.run([tensor(x)], {}).data[0]!;
  const found: number[] = [];
  const STEP = 1 / 16;
  for (let low = -16; low < 16; low += STEP) {
    let [a, b] = [low, low + STEP];
    if (f(a) === 0 && a !== 0) found.push(a);
    if (!(f(a) * f(b) < 0)) continue;
    for (let i = 0; i < 40; i++) {
      const middle = (a + b) / 2;
      if (f(a) * f(middle) <= 0) b = middle;
      else a = middle;
    }
    found.push(Math.fround(a));
  }
  return found;
}
