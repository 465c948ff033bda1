import { sizeOf, type Shape } from "../../base/shape.ts";
import { Tensor } from "../tensor.ts";
import { twoProduct } from "./double-double.ts";
import { matmul } from "./matmul.ts";
import { slice } from "./select.ts";

/** The real or the imaginary part of a spectrum. */
export type SpectrumPart = "real" | "imag";

/** π less its float64. */
const PI_REST = 1.2246467991473532e-16;

/**
 * The cosine and sine of k/n turns. By symmetry from an angle of at most an eighth of a turn, which is known to twice the
 * digits; multiples of an eighth turn are exact.
 */
export function turned(k: number, n: number): readonly [cos: number, sin: number] {
  // In quarter turns of n steps each.
  let step = (4 * k) % (4 * n);
  const below = 2 * step > 4 * n;
  if (below) step = 4 * n - step;
  const left = step > n;
  if (left) step = 2 * n - step;
  const steep = 2 * step > n;
  const [near, far] = eighth(steep ? n - step : step, n);
  const [cos, sin] = steep ? [far, near] : [near, far];
  return [left ? -cos : cos, below ? -sin : sin];
}

/** Of `step` of the n steps of a quarter turn, no more than half of them. */
function eighth(step: number, n: number): readonly [cos: number, sin: number] {
  if (step === 0) return [1, 0];
  if (2 * step === n) return [Math.SQRT1_2, Math.SQRT1_2];
  const { hi, lo } = twoProduct(Math.PI, step);
  const angle = hi / (2 * n);
  const back = twoProduct(angle, 2 * n);
  const rest = (hi - back.hi - back.lo + lo + PI_REST * step) / (2 * n);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos - rest * sin, sin + rest * cos];
}

/**
 * What the samples of a signal of n samples count for in the parts of its spectrum: cos(2πkj/n) or −sin(2πkj/n) in row k −
 * `from`, column j.
 */
export function fourierMatrix(part: SpectrumPart, from: number, to: number, samples: number, n: number): Float64Array {
  const out = new Float64Array((to - from) * samples);
  for (let k = from; k < to; k++)
    for (let j = 0; j < samples; j++) {
      const [cos, sin] = turned((k * j) % n, n);
      out[(k - from) * samples + j] = part === "real" ? cos : 0 - sin;
    }
  return out;
}

/** Elements `from` to `to` of each line along the last axis times a matrix, or its transpose. */
export function timesMatrix(
  x: Tensor,
  [from, to]: readonly [number, number],
  matrix: Tensor,
  transpose: boolean,
  shape: Shape,
): Tensor {
  const rows = sizeOf(x.shape.slice(0, -1));
  const lines = slice(new Tensor([rows, x.shape.at(-1)!], x.data, x.batch), [rows, to - from], [0, from], [1, 1]);
  const out = matmul(lines, matrix, false, transpose);
  return new Tensor(shape, out.data, out.batch);
}
