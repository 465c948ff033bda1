import { Decimal } from "decimal.js";

const bits = new DataView(new ArrayBuffer(8));

/**
 * The decimal that a float64 number is: with all its digits, where `new Decimal(x)` takes the few that print it.
 * A finite number is m·2ᵉ with a whole m, and m·2⁻ⁿ = m·5ⁿ·10⁻ⁿ.
 */
export function decimalOf(x: number, D: typeof Decimal = Decimal): Decimal {
  if (!Number.isFinite(x) || Number.isInteger(x)) return new D(Number.isSafeInteger(x) ? x : wholeText(x));
  bits.setFloat64(0, x);
  const word = bits.getBigUint64(0);
  const exponent = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const m = exponent === 0 ? fraction : fraction | (1n << 52n);
  const n = 1075 - Math.max(1, exponent);
  return new D(`${x < 0 ? "-" : ""}${String(m * 5n ** BigInt(n))}e-${String(n)}`);
}

function wholeText(x: number): string {
  return Number.isFinite(x) ? String(BigInt(x)) : String(x);
}
