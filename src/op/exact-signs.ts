import type { RealArithmetic } from "./exact.ts";

/** Whether a number has a minus sign, −0 too: of an input, for reals have one zero. */
export function isNegative<R>(real: RealArithmetic<R>, x: R): boolean {
  const order = real.compare(x, 0);
  return order < 0 || (order === 0 && real.compare(real.div(1, x), 0) < 0);
}
