import { randomFrom } from "../../src/base/random.ts";

/** Numbers at which formulas lose digits, and the ends of float64. */
const LANDMARKS = [
  1,
  -1,
  2,
  -2,
  0.5,
  -0.5,
  3,
  1 + 2 ** -52,
  1 - 2 ** -53,
  2 ** -27,
  -(2 ** -27),
  2 ** -54,
  20,
  -20,
  40,
  -40,
  709.7,
  -709.7,
  -745.1,
  1e16,
  2 ** -1022,
  2 ** -1074,
  -(2 ** -1074),
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
];

/**
 * A stream of finite float64 numbers over all their range: of moderate size, of any size, near 1, near the landmarks.
 *
 * @returns numbers with all 53 bits drawn, −0 and 0 left out.
 */
export function numbersFrom(seed: number): () => number {
  const random = randomFrom(seed);
  const fraction = (): number => random() + random() * 2 ** -32;
  const sign = (): number => (random() < 0.5 ? -1 : 1);
  return () => {
    const kind = random();
    if (kind < 0.35) return sign() * 8 * fraction();
    if (kind < 0.5) return sign() * 800 * fraction();
    if (kind < 0.6) return 1 + sign() * fraction() * 2 ** -Math.floor(random() * 40);
    if (kind < 0.75) return sign() * (1 + fraction()) * 2 ** Math.floor(-40 + random() * 80);
    if (kind < 0.9) return sign() * Math.max(2 ** -1074, (1 + fraction()) * 2 ** Math.floor(-1074 + random() * 2097));
    return LANDMARKS[Math.floor(random() * LANDMARKS.length)]!;
  };
}
