const bits = new DataView(new ArrayBuffer(8));

/** Unit roundoff: half the distance from 1 to the next larger number of the precision. */
export const UNIT_ROUNDOFF: Readonly<Record<Precision, number>> = { float32: 2 ** -24, float64: 2 ** -53 };

/** Number formats that an engine can compute in. */
export type Precision = "float32" | "float64";

/** The smallest positive normal number of each precision; engines may flush what is smaller to zero. */
export const SMALLEST_NORMAL: Readonly<Record<Precision, number>> = { float32: 2 ** -126, float64: 2 ** -1022 };

/** The float64 numbers in order, as integers: neighbours differ by 1, and −0 and 0 are the same. */
function ordinal(x: number): bigint {
  bits.setFloat64(0, x);
  const raw = bits.getBigInt64(0);
  return raw < 0n ? -(raw & 0x7fff_ffff_ffff_ffffn) : raw;
}

/** How many float64 steps lie between two numbers; 0 for equal ones and for two NaN, ∞ when only one is NaN. */
export function ulpDistance(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  const d = ordinal(a) - ordinal(b);
  return Number(d < 0n ? -d : d);
}

/** The distance from |x| to the next larger number of the precision; NaN and ∞ give NaN. */
export function ulpOf(x: number, precision: Precision): number {
  const a = Math.abs(x);
  if (!Number.isFinite(a)) return Number.NaN;
  const floor = SMALLEST_NORMAL[precision];
  const exponent = a < floor ? Math.log2(floor) : Math.floor(Math.log2(a));
  // log2 may round up just below a power of two; the comparison puts it right.
  const power = 2 ** exponent > a && a >= floor ? exponent - 1 : exponent;
  return 2 ** power * (2 * UNIT_ROUNDOFF[precision]);
}
