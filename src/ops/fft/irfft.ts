import { ShapeError } from "../../base/errors.ts";
import { formatShape, sameShape, type Shape } from "../../base/shape.ts";
import { optionalInteger } from "../../op/attrs.ts";
import type { Call, CallSite, Expression } from "../../op/counterparts.ts";
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
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { fourierMatrix, timesMatrix, type SpectrumPart } from "../../tensor/kernels/fourier.ts";
import { sizes } from "../../tensor/kernels/map.ts";
import { eachMember } from "../../tensor/kernels/members.ts";
import { Tensor } from "../../tensor/tensor.ts";

/** Of how many samples the signal is. */
export interface SignalLength {
  readonly fft_length?: number | null;
}

/**
 * The signal of n samples whose spectrum at the frequencies 0 to ⌊n/2⌋ is `real` + i·`imag` along the last axis: (1/n)·Σₖ of
 * all n frequencies, the others being the conjugates of these. `fft_length` n, unless given 2·(m − 1) for m frequencies, trims
 * the spectrum or pads it with zeros.
 *
 * The spectrum of a signal is real at frequency 0, and at n/2 where n is even: imaginary parts there are ignored.
 *
 * @throws ShapeError where the parts differ in shape, for scalars and for a signal of no samples, InputError unless
 * fft_length ≥ 1.
 * @example
 * ops.irfft(tensor([10, -2, -2]), tensor([0, 2, 0])); // [1, 2, 3, 4]
 */
export const irfft: Op<["real", "imag"], SignalLength> = linear({
  name: "irfft",
  inputs: ["real", "imag"],
  formula: String.raw`\mathrm{out}_j = \frac{1}{n} \sum_{k=0}^{n-1} \left( \mathrm{real}_m \cos \frac{2 \pi m j}{n} - \mathrm{imag}_m \sin \frac{2 \pi m j}{n} \right), \quad m = \min(k, n - k),\ n = \text{fft\_length},\ 0 \text{ past their ends}`,
  attrs: { fft_length: optionalInteger("how many samples; null for 2·(m − 1) from m frequencies") },
  domain: { real: reals(-4, 4), imag: reals(-4, 4) },
  sample: (draw) => {
    const fft_length = draw.flag() ? draw.integer(1, 6) : null;
    const shape = [...sampleLines(draw), sampleLast(draw, fft_length, 2, 4)];
    return { shapes: [shape, shape], attrs: { fft_length } };
  },
  shape: ([real, imag], { fft_length }) => {
    if (!sameShape(real!, imag!))
      throw new ShapeError(
        `irfft: expected two parts of one shape, got ${formatShape(real!)} and ${formatShape(imag!)}`,
      );
    return withLast(real!, samples(real!, fft_length));
  },
  // (1/n)·Σₖ (reₖ·cos(2πkj/n) − imₖ·sin(2πkj/n)) over all n frequencies
  exact: (real, [re, im], { fft_length }) => {
    const given = re!.shape;
    const n = samples(given, fft_length);
    return (index) => {
      const terms = Array.from({ length: n }, (_, k) => {
        const mirrored = Math.min(k, n - k);
        if (mirrored >= given.at(-1)!) return real.real(0);
        const angle = (mirrored * index.at(-1)!) % n;
        const cosines = real.mul(re!.at(withLast(index, mirrored)), exactCosine(real, angle, n));
        if (mirrored === 0 || 2 * mirrored === n) return cosines;
        return real.sub(cosines, real.mul(im!.at(withLast(index, mirrored)), exactSine(real, angle, n)));
      });
      return real.div(real.sum(terms), n);
    };
  },
  kernel: ([re, im], { fft_length }, shape) => signal(shape, re!, im!, fft_length, inverseMatrix),
  // As of a sum of products: see rfft.
  rounding: ([re, im], { fft_length }, out) => {
    return { terms: out.shape.at(-1)! + 4, magnitudes: signal(out.shape, sizes(re!), sizes(im!), fft_length, twos) };
  },
  transpose: {
    // (1/n)·Σⱼ gⱼ·cos(2πkj/n), twice that for the frequencies that stand for two
    real: (kit, { real }, g, { fft_length }) => partTransposed(kit, "real", kit.shape(real), g, fft_length),
    // −(1/n)·Σⱼ gⱼ·sin(2πkj/n), twice
    imag: (kit, { imag }, g, { fft_length }) => partTransposed(kit, "imag", kit.shape(imag), g, fft_length),
  },
  counterparts: {
    tfjs: inTensorFlowJs,
    torch: (call, { inputs }, { fft_length }) =>
      call("torch.fft.irfft", call("torch.complex", ...inputs), { n: fft_length }),
    jax: (call, { inputs }, { fft_length }) =>
      call("jnp.fft.irfft", call("jax.lax.complex", ...inputs), { n: fft_length }),
  },
});

function samples(x: Shape, fft_length: number | null): number {
  return signalLength("irfft", x, fft_length, (last) => 2 * (last - 1));
}

/** The frequencies of a part that count: of the imaginary one not 0 and n/2. */
function span(part: SpectrumPart, given: number, n: number): readonly [number, number] {
  if (part === "real") return [0, Math.min(given, Math.floor(n / 2) + 1)];
  const to = Math.min(given, Math.ceil(n / 2));
  return [Math.min(1, to), to];
}

/** What the frequencies count for in the n samples, times n: those that stand for two, for twice as much. */
function inverseMatrix(part: SpectrumPart, from: number, to: number, n: number): Float64Array {
  return fourierMatrix(part, from, to, n, n).map((factor, place) => {
    const k = from + Math.floor(place / n);
    return k === 0 || 2 * k === n ? factor : 2 * factor;
  });
}

/** Bounds of all that {@link inverseMatrix} gives. */
function twos(_part: SpectrumPart, from: number, to: number, n: number): Float64Array {
  return new Float64Array((to - from) * n).fill(2);
}

/** The samples that both parts add up to, by what their frequencies count for, divided by n. */
function signal(shape: Shape, re: Tensor, im: Tensor, fft_length: number | null, matrix: typeof inverseMatrix): Tensor {
  const n = samples(re.shape, fft_length);
  const [cosines, sines] = (["real", "imag"] as const).map((part) => {
    const x = part === "real" ? re : im;
    const [from, to] = span(part, x.shape.at(-1)!, n);
    return timesMatrix(x, [from, to], new Tensor([to - from, n], matrix(part, from, to, n)), false, shape);
  });
  return eachMember([cosines!, sines!], shape, (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i]! + b[i]!) / n;
  });
}

function partTransposed<V>(kit: Kit<V>, part: SpectrumPart, shape: Shape, g: V, fft_length: number | null): V {
  const n = samples(shape, fft_length);
  const [from, to] = span(part, shape.at(-1)!, n);
  const matrix = kit.constant([to - from, n], inverseMatrix(part, from, to, n));
  return backThrough(kit, kit.div(g, n), matrix, true, from, shape);
}

/** It has no length: the spectrum is trimmed or padded; an odd number of samples is one of `ifft`. */
function inTensorFlowJs(
  call: Call,
  { inputs, shapes: [given] }: CallSite,
  { fft_length }: Required<SignalLength>,
): Expression {
  if (fft_length === null) return call("spectral.irfft", call("complex", ...inputs));
  const count = Math.floor(fft_length / 2) + 1;
  const last = given!.at(-1)!;
  const [re, im] = inputs.map((x) => {
    if (count === last) return x;
    if (count < last)
      return call(
        "slice",
        x,
        given!.map(() => 0),
        withLast(given!, count),
      );
    return call(
      "pad",
      x,
      given!.map((_, d) => [0, d === given!.length - 1 ? count - last : 0]),
    );
  });
  if (fft_length % 2 === 0) return call("spectral.irfft", call("complex", re, im));
  const conjugates = (x: Expression): Expression =>
    call(
      "reverse",
      call(
        "slice",
        x,
        given!.map((_, d) => (d === given!.length - 1 ? 1 : 0)),
      ),
      -1,
    );
  const whole = call(
    "complex",
    call("concat", [re, conjugates(re!)], -1),
    call("concat", [im, call("neg", conjugates(im!))], -1),
  );
  return call("real", call("spectral.ifft", whole));
}
