import type { Shape } from "../../base/shape.ts";
import { oneOf, optionalInteger } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import {
  backThrough,
  exactCosine,
  exactSine,
  sampleLast,
  sampleLines,
  signalLength,
  withLast,
} from "../../op/fourier.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { fourierMatrix, timesMatrix, type SpectrumPart } from "../../tensor/kernels/fourier.ts";
import { sizes } from "../../tensor/kernels/map.ts";
import { Tensor } from "../../tensor/tensor.ts";

/** Which part of the spectrum, and of how many samples. */
export interface RealSpectrum {
  readonly output?: SpectrumPart;
  readonly fft_length?: number | null;
}

/**
 * The real or imaginary part of the discrete Fourier transform Σⱼ xⱼ·e^(−2πikj/n) along the last axis, at the frequencies
 * 0 to ⌊n/2⌋. `fft_length` n trims the signal or pads it with zeros.
 *
 * @throws ShapeError for a scalar or a signal of no samples, InputError unless fft_length ≥ 1.
 * @example
 * ops.rfft(tensor([1, 2, 3, 4])); // [10, -2, -2]
 * ops.rfft(tensor([1, 2, 3, 4]), { output: "imag" }); // [0, 2, 0]
 */
export const rfft: Op<["x"], RealSpectrum> = linear({
  name: "rfft",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_k = \begin{cases} \operatorname{Re} X_k & \mathrm{output} = \text{real} \\ \operatorname{Im} X_k & \mathrm{output} = \text{imag} \end{cases}, \quad X_k = \sum_{j=0}^{n-1} x_j\,e^{-2 \pi \mathrm{i} k j / n},\ 0 \le k \le \frac{n}{2},\ n = \text{fft\_length},\ x = 0 \text{ past its end}`,
  attrs: {
    output: oneOf("the part of the spectrum", ["real", "imag"]),
    fft_length: optionalInteger("how many samples are transformed, by trimming or with zeros; null for all there are"),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const fft_length = draw.flag() ? draw.integer(1, 6) : null;
    return {
      shapes: [[...sampleLines(draw), sampleLast(draw, fft_length, 1, 6)]],
      attrs: { output: draw.pick(["real", "imag"] as const), fft_length },
    };
  },
  shape: ([x], { fft_length }) => withLast(x!, frequencies(x!, fft_length)),
  // Σⱼ xⱼ·cos(2πkj/n), −Σⱼ xⱼ·sin(2πkj/n)
  exact: (real, [x], { output, fft_length }) => {
    const { n, used } = lengths(x!.shape, fft_length);
    return (index) => {
      const k = index.at(-1)!;
      const products = Array.from({ length: used }, (_, j) => {
        const angle = (k * j) % n;
        const factor = output === "real" ? exactCosine(real, angle, n) : real.neg(exactSine(real, angle, n));
        return real.mul(x!.at(withLast(index, j)), factor);
      });
      return real.sum(products);
    };
  },
  kernel: ([x], { output, fft_length }, shape) => {
    const { n, used } = lengths(x!.shape, fft_length);
    const count = shape.at(-1)!;
    const matrix = new Tensor([count, used], fourierMatrix(output, 0, count, used, n));
    return timesMatrix(x!, [0, used], matrix, true, shape);
  },
  // However a fast transform pairs the samples, each passes through fewer steps than in a sum of products; parts of it
  // that cancel are rounded in every frequency.
  rounding: ([x], { fft_length }, out) => {
    const { n, used } = lengths(x!.shape, fft_length);
    const count = out.shape.at(-1)!;
    const ones = new Tensor([count, used], new Float64Array(count * used).fill(1));
    return { terms: n + 2, magnitudes: timesMatrix(sizes(x!), [0, used], ones, true, out.shape) };
  },
  transpose: {
    // Σₖ gₖ·cos(2πkj/n), −Σₖ gₖ·sin(2πkj/n)
    x: (kit, { x }, g, { output, fft_length }) => {
      const shape = kit.shape(x);
      const { n, used } = lengths(shape, fft_length);
      const count = frequencies(shape, fft_length);
      const matrix = kit.constant([count, used], fourierMatrix(output, 0, count, used, n));
      return backThrough(kit, g, matrix, false, 0, shape);
    },
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { output, fft_length }) =>
      call(output, fft_length === null ? call("spectral.rfft", x) : call("spectral.rfft", x, fft_length)),
    torch: (call, { inputs: [x] }, { output, fft_length }) =>
      call(`torch.${output}`, call("torch.fft.rfft", x, { n: fft_length })),
    jax: (call, { inputs: [x] }, { output, fft_length }) =>
      call(`jnp.${output}`, call("jnp.fft.rfft", x, { n: fft_length })),
  },
});

/** How many samples the transform is of, and how many of them are those of x. */
function lengths(x: Shape, fft_length: number | null): { readonly n: number; readonly used: number } {
  const n = signalLength("rfft", x, fft_length, (last) => last);
  return { n, used: Math.min(n, x.at(-1)!) };
}

function frequencies(x: Shape, fft_length: number | null): number {
  return Math.floor(lengths(x, fft_length).n / 2) + 1;
}
