import { sizeOf, type Shape } from "../../src/base/shape.ts";
import { intervalAt, pointsNear, type Draw, type Reals } from "../../src/op/domain.ts";
import { Tensor } from "../../src/tensor/tensor.ts";

/** Elements are a whole number and a fraction over this: exact in float32, and whole once shrunk where they can be. */
export const GRID = 256;
/** How far elements keep from points where an op breaks and, where it breaks at ties, from each other. */
export const CLEARANCE: number = 1 / 32;

/**
 * Draws the elements of an input from its interval.
 *
 * @param attrs of the op, which may say where it breaks.
 * @param taken values that the other inputs of the op hold, where it breaks at ties; those drawn are added.
 */
export function drawElements(draw: Draw, shape: Shape, from: Reals, attrs: object = {}, taken: number[] = []): Tensor {
  const unit = from.whole ? 1 : GRID;
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, place) => {
    const within = intervalAt(from, shape, place);
    const [low, high] = [Math.ceil(within.low * unit), Math.floor(within.high * unit)];
    const fraction = from.whole ? 0 : draw.integer(0, GRID - 1);
    const whole = draw.integer(Math.floor(within.low), Math.floor(within.high));
    let k = Math.min(high, Math.max(low, whole * unit + fraction));
    // Moved on until it is clear, round the interval at most once.
    for (let tries = low; tries <= high && isNear(k / unit, from, attrs, taken, CLEARANCE); tries++)
      k = k === high ? low : k + 1;
    take(taken, from, k / unit);
    return k / unit;
  });
  return new Tensor(shape, data);
}

/**
 * Whether an op may be given a value as it is: all elements lie in the op's interval, and clear of where it breaks.
 *
 * @param taken values that the other inputs of the op hold, where it breaks at ties; those of `x` are added where it is so.
 */
export function suits(x: Tensor, from: Reals, attrs: object, taken: number[]): boolean {
  if (!lieIn(x, from)) return false;
  const met = [...taken];
  const clear = x.data.every((v) => {
    // Half of what is kept of new elements, so that these may be moved a little.
    if (isNear(v, from, attrs, met, CLEARANCE / 2)) return false;
    take(met, from, v);
    return true;
  });
  if (clear) taken.splice(0, taken.length, ...met);
  return clear;
}

function isNear(x: number, from: Reals, attrs: object, taken: readonly number[], clearance: number): boolean {
  if (from.whole) return false;
  const points = [...pointsNear(from.breaks, attrs, x), ...(from.breaks?.ties === true ? taken : [])];
  return points.some((p) => Math.abs(x - p) < clearance);
}

function take(taken: number[], { breaks }: Reals, x: number): void {
  if (breaks?.ties === true) taken.push(x);
}

function lieIn(x: Tensor, to: Reals): boolean {
  return x.data.every((v, place) => {
    const { low, high } = intervalAt(to, x.shape, place);
    return v >= low && v <= high && (!to.whole || Number.isInteger(v));
  });
}
