import { asPair, overPair, plusPair, timesPair, type Pair } from "./double-double.ts";
import { factorial, scaledPower } from "./power.ts";

/** B₂ₖ for k from 1, as fractions. */
const BERNOULLI = [
  [1, 6],
  [-1, 30],
  [1, 42],
  [-1, 30],
  [5, 66],
  [-691, 2730],
  [7, 6],
  [-3617, 510],
  [43_867, 798],
  [-174_611, 330],
  [854_513, 138],
  [-236_364_091, 2730],
  [8_553_103, 6],
] as const;
/** Of numbers from 10 on so many terms are enough. */
const TERMS = 11;

/** Σ B₂ₖ·(2k + n − 1)!/((2k)!·z²ᵏ⁺ⁿ) for n ≥ −1 and z ≥ 10 + 2n (DLMF 5.11.1, 5.15.8). */
export function stirling(z: number, n: number): number {
  let ratio = factorial(n + 1) / 2;
  let sum = 0;
  // The powers in two parts, so that neither under- nor overflows alone.
  let power = 1 / (z * z);
  for (let k = 1; k <= TERMS; k++) {
    const [above, below] = BERNOULLI[k - 1]!;
    sum += (above / below) * ratio * power;
    power /= z * z;
    ratio *= ((2 * k + n) * (2 * k + n + 1)) / ((2 * k + 1) * (2 * k + 2));
  }
  return scaledPower(z, -n, sum);
}

/** {@link stirling} divided by n!, to some 100 bits, for n ≥ 0 and z ≥ 32 + 2n. */
export function stirlingPair(z: Pair, n: number): Pair {
  const inverse = overPair(asPair(1), z);
  const square = timesPair(inverse, inverse);
  // (2k + n − 1)!/((2k − 1)!·n!) for k = 1
  let binomial = n + 1;
  let sum = asPair(0);
  let power = square;
  for (let i = 0; i < n; i++) power = timesPair(power, inverse);
  for (let k = 1; k <= BERNOULLI.length; k++) {
    const [above, below] = BERNOULLI[k - 1]!;
    const coefficient = overPair(timesPair(asPair(above), asPair(binomial)), asPair(below * 2 * k));
    sum = plusPair(sum, timesPair(coefficient, power));
    power = timesPair(power, square);
    binomial = (binomial * (2 * k + n) * (2 * k + n + 1)) / (2 * k * (2 * k + 1));
  }
  return sum;
}
