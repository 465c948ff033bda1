/** The remainder of a division whose quotient is rounded down: it has the sign of the divisor, and no rounding but that of the result. */
export function floorRemainder(x: number, y: number): number {
  const rest = x % y;
  if (rest === 0) return y < 0 ? -0 : 0;
  return rest < 0 === y < 0 ? rest : rest + y;
}

/** ⌊x / y⌋. A quotient that lies just below a whole number may round to it: the remainder tells. */
export function floorQuotient(x: number, y: number): number {
  const quotient = x / y;
  if (!(Math.abs(quotient) < MOST_FRACTIONAL) || !Number.isFinite(y)) return Math.floor(quotient);
  return Math.round(quotient - floorRemainder(x, y) / y);
}

/** Up to here the rounding of a quotient is far below one half. */
const MOST_FRACTIONAL = 2 ** 51;
