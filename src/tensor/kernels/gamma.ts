import { timesPair, twoSum } from "./double-double.ts";
import { lgammaNearTwo, reciprocalGamma } from "./gamma-series.ts";
import { stirling } from "./stirling.ts";
import { sinPi } from "./turns.ts";

/** From here on Stirling's series gives all digits. */
const LARGE = 10;
/** Below, no float64 number is near enough to a pole for ln |Γ| to be near a zero. */
const NO_ZEROS = -40;
const HALF_LOG_TWO_PI_LESS_HALF = 0.4189385332046727;

/** ln |Γ(x)|; ∞ at the whole numbers up to 0. */
export function lgamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) === Infinity || (x <= 0 && Number.isInteger(x))) return Infinity;
  if (x >= LARGE) return (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI_LESS_HALF + stirling(x, -1));
  if (x > 2.5) {
    // ln Γ(x) = ln Γ(x − n) + ln ((x − 1)…(x − n))
    let [z, product] = [x, 1];
    while (z > 2.5) product *= --z;
    return lgammaNearTwo(z - 2) + Math.log(product);
  }
  if (x > 1.5) return lgammaNearTwo(x - 2);
  // ln Γ(1 + z) = ln Γ(2 + z) − ln(1 + z)
  if (x > 0.5) return lgammaNearTwo(x - 1) - Math.log1p(x - 1);
  if (x > 0) return lgammaNearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x > NO_ZEROS) return lgammaBelowZero(x);
  // ln |Γ(x)| = ln (π / |x·sin πx|) − ln Γ(−x)
  return Math.log(Math.PI / Math.abs(sinPi(x))) - Math.log(-x) - lgamma(-x);
}

/** −ln |x·(x + 1)…(x + n − 1)/Γ(x + n)|, to twice the digits before the logarithm, for the sake of its zeros. */
function lgammaBelowZero(x: number): number {
  // Γ(x) = 1/x but for a factor that rounds to 1.
  if (x > -(2 ** -60)) return -Math.log(-x);
  const n = 2 - Math.round(x);
  let inverse = reciprocalGamma(x - Math.round(x));
  for (let k = 0; k < n; k++) inverse = timesPair(inverse, twoSum(x, k));
  const [hi, lo] = inverse.hi < 0 ? [-inverse.hi, -inverse.lo] : [inverse.hi, inverse.lo];
  return hi > 0.5 && hi < 2 ? -Math.log1p(hi - 1 + lo) : -Math.log(hi);
}
