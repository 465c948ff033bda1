/** Powers within are neither subnormal nor near the end of float64. */
const [SMALLEST, LARGEST] = [2 ** -1000, 2 ** 1000];

/**
 * by·xᵗ for x ≥ 0. Where xᵗ alone would leave the range of normal numbers it is multiplied in two halves, so that the
 * product keeps its digits.
 */
export function scaledPower(x: number, t: number, by: number): number {
  const power = x ** t;
  if ((power > SMALLEST && power < LARGEST) || Number.isNaN(power)) return by * power;
  const half = x ** (t / 2);
  return by * half * half;
}

/** n!; 1 for n ≤ 1. */
export function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i++) product *= i;
  return product;
}
