/** From here on b is nothing beside x². */
const LARGE = 2 ** 500;

/** √(x² + b), whose square does not overflow. */
export function rootPlus(x: number, b: number): number {
  return Math.abs(x) < LARGE ? Math.sqrt(x * x + b) : Math.abs(x);
}
