import { sizeOf, type Shape } from "../../src/base/shape.ts";
import { intervalAt, pointsNear, type Draw, type Reals } from "../../src/op/domain.ts";
import { Tensor } from "../../src/tensor/tensor.ts";

/** Elements are a whole number and a fraction over this: exact in float32, and whole once shrunk where they can be. */
const GRID = 256;
/** How far elements keep from points where an op breaks and, where it breaks at ties, from each other. */
const CLEARANCE = 1 / 32;

/**
 * Draws the elements of an input from its interval.
 *
 * @param attrs of the op, which may say where it breaks.
 * @param taken values that the other inputs of the op hold, where it breaks at ties; those drawn are added.
 */
export function drawElements(draw: Draw, shape: Shape, from: Reals, attrs: object = {}, taken: number[] = []): Tensor {
  const ties = from.breaks?.ties === true;
  const isNear = (x: number): boolean =>
    !from.whole &&
    [pointsNear(from.breaks, attrs, x), ties ? taken : []].some((points) =>
      points.some((p) => Math.abs(x - p) < CLEARANCE),
    );
  const unit = from.whole ? 1 : GRID;
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, place) => {
    const within = intervalAt(from, shape, place);
    const [low, high] = [Math.ceil(within.low * unit), Math.floor(within.high * unit)];
    const fraction = from.whole ? 0 : draw.integer(0, GRID - 1);
    const whole = draw.integer(Math.floor(within.low), Math.floor(within.high));
    let k = Math.min(high, Math.max(low, whole * unit + fraction));
    // Moved on until it is clear, round the interval at most once.
    for (let tries = low; tries <= high && isNear(k / unit); tries++) k = k === high ? low : k + 1;
    if (ties) taken.push(k / unit);
    return k / unit;
  });
  return new Tensor(shape, data);
}

/** Whether all elements of a value lie in an interval that an op is sampled on. */
export function lieIn(x: Tensor, to: Reals): boolean {
  return x.data.every((v, place) => {
    const { low, high } = intervalAt(to, x.shape, place);
    return v >= low && v <= high && (!to.whole || Number.isInteger(v));
  });
}
