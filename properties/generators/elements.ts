import { sizeOf, type Shape } from "../../src/base/shape.ts";
import type { Draw, Reals } from "../../src/op/domain.ts";
import { Tensor } from "../../src/tensor/tensor.ts";

/** Elements are a whole number and a fraction over this: exact in float32, and whole once shrunk where they can be. */
const GRID = 256;
/** How far elements keep from kinks and, where ties are kinks, from each other. */
const CLEARANCE = 1 / 32;

/**
 * Draws the elements of an input from its interval.
 *
 * @param taken values that the other inputs of the op hold, where ties are kinks; those drawn are added.
 */
export function drawElements(draw: Draw, shape: Shape, from: Reals, taken: number[]): Tensor {
  const unit = from.whole ? 1 : GRID;
  const [low, high] = [Math.ceil(from.low * unit), Math.floor(from.high * unit)];
  const data = Float64Array.from({ length: sizeOf(shape) }, () => {
    const fraction = from.whole ? 0 : draw.integer(0, GRID - 1);
    const whole = draw.integer(Math.floor(from.low), Math.floor(from.high));
    let k = Math.min(high, Math.max(low, whole * unit + fraction));
    // Moved on until it is clear, round the interval at most once.
    for (let tries = low; tries <= high && isNear(k / unit, from, taken); tries++) k = k === high ? low : k + 1;
    if (from.distinct) taken.push(k / unit);
    return k / unit;
  });
  return new Tensor(shape, data);
}

function isNear(x: number, { avoid, distinct, whole }: Reals, taken: readonly number[]): boolean {
  const near = (p: number): boolean => Math.abs(x - p) < CLEARANCE;
  return !whole && (avoid.some(near) || (distinct && taken.some(near)));
}

/** Whether all elements of a value lie in an interval that an op is sampled on. */
export function lieIn(x: Tensor, to: Reals): boolean {
  return x.data.every((v) => v >= to.low && v <= to.high && (!to.whole || Number.isInteger(v)));
}
