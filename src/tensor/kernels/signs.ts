/** Whether a number has a minus sign, as −0 has; that of NaN does not show. */
export function hasMinus(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}
