import { SMALLEST_NORMAL, UNIT_ROUNDOFF, type Precision } from "../../src/base/ulp.ts";
import { finiteDifference, finiteDifferenceOf } from "../../src/oracles/finite-difference.ts";
import { scalar, Tensor } from "../../src/tensor/tensor.ts";
import type { Sample } from "./functions.ts";
import type { Tally } from "./tally.ts";

/** What a feature has to stand out of the noise to be seen, and its slope with it. */
const UNSEEN = 8;
/** Roundings of a closed form of a derivative, which is the truth here. */
const CLOSED_FORM = 16 * UNIT_ROUNDOFF.float64;

/** Estimates the derivative of a function, as computed in float64 or then rounded to float32. */
export async function tryFunction(
  { f, x, slopes, size, feature }: Sample,
  precision: Precision,
  tally: Tally,
): Promise<void> {
  if (![f(x), ...slopes].every(Number.isFinite)) return;
  const computed = 4 * UNIT_ROUNDOFF.float64 * size;
  const stored = UNIT_ROUNDOFF[precision] * Math.abs(f(x)) + SMALLEST_NORMAL[precision];
  const noise = new Tensor([], Float64Array.of(computed + stored));
  const round = precision === "float32" ? Math.fround : (value: number): number => value;
  const values = ([points]: readonly Tensor[]): Tensor =>
    new Tensor(
      [],
      points!.data.map((t) => round(f(t))),
      points!.batch,
    );
  const [at, direction] = [[new Tensor([], Float64Array.of(x))], [scalar(1)]] as const;
  const { estimate, bound, kink } =
    precision === "float64"
      ? finiteDifference(values, at, direction, noise)
      : await finiteDifferenceOf((points) => Promise.resolve(values(points)), at, direction, noise, precision);
  const found = estimate.data[0]!;
  const seen = Math.abs(feature.value) > UNSEEN * noise.data[0]!;
  const errors = slopes.map((slope) => Math.abs(slope - found) - CLOSED_FORM * Math.abs(slope));
  const error = Math.max(...errors);
  const unseen = seen ? error : Math.min(error, Math.abs(slopes[0]! - feature.slope - found));
  tally.estimate(unseen, bound.data[0]!, kink.data[0] === 1, slopes[0]!);
  if (precision === "float32" || slopes.length > 1 || !seen) return;
  tally.claim(slopes[0]!, (claim) => {
    const d = finiteDifference(values, at, direction, noise, new Tensor([], Float64Array.of(claim)));
    return Math.abs(d.estimate.data[0]! - claim) > d.bound.data[0]! + CLOSED_FORM * Math.abs(claim);
  });
}
