import { describe, expect, it } from "vitest";
import { InputError, ShapeError } from "../../src/base/errors.ts";
import { ops, tensor } from "../../src/index.ts";
import { turned } from "../../src/tensor/kernels/fourier.ts";

describe("rfft", () => {
  it("is what NumPy gives", () => {
    const x = tensor([1, 2, 3, 4]);
    expect(Array.from(ops.rfft(x).data)).toEqual([10, -2, -2]);
    expect(Array.from(ops.rfft(x, { output: "imag" }).data)).toEqual([0, 2, 0]);
  });

  it("trims or pads with zeros", () => {
    expect(Array.from(ops.rfft(tensor([1, 2, 3]), { fft_length: 2 }).data)).toEqual([3, -1]);
    expect(Array.from(ops.rfft(tensor([1, 2]), { output: "imag", fft_length: 4 }).data)).toEqual([0, -2, 0]);
    expect(Array.from(ops.rfft(tensor({ shape: [0], data: [] }), { fft_length: 3 }).data)).toEqual([0, 0]);
  });

  it("says what does not fit", () => {
    expect(() => ops.rfft(tensor(1))).toThrow(ShapeError);
    expect(() => ops.rfft(tensor({ shape: [0], data: [] }))).toThrow(/rfft: .*0 samples/);
    expect(() => ops.rfft(tensor([1]), { fft_length: 0 })).toThrow(InputError);
  });
});

describe("irfft", () => {
  it("undoes rfft, for any length", () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7, 12]) {
      const x = tensor(Array.from({ length: n }, (_, i) => 1 / (i + 1)));
      const back = ops.irfft(ops.rfft(x), ops.rfft(x, { output: "imag" }), { fft_length: n });
      back.data.forEach((value, i) => expect(value).toBeCloseTo(x.data[i]!, 14));
    }
  });

  it("ignores imaginary parts at frequency 0 and at n/2", () => {
    const out = ops.irfft(tensor([10, -2, -2]), tensor([Number.NaN, 2, Number.POSITIVE_INFINITY]));
    expect(Array.from(out.data)).toEqual([1, 2, 3, 4]);
  });

  it("says what does not fit", () => {
    expect(() => ops.irfft(tensor([1, 2]), tensor([1]))).toThrow(/irfft: expected two parts of one shape/);
    expect(() => ops.irfft(tensor([1]), tensor([1]))).toThrow(/irfft: .*fft_length/);
  });
});

it("twiddle factors are exact at multiples of an eighth turn, and a half at a twelfth", () => {
  const half = Math.SQRT1_2;
  const eighths = [1, half, 0, -half, -1, -half, 0, half];
  for (let k = 0; k < 8; k++) {
    expect(turned(k, 8)[0] + 0).toBe(eighths[k]);
    expect(turned(k, 8)[1] + 0).toBe(eighths[(k + 6) % 8]);
  }
  expect(turned(1, 12)[1]).toBe(0.5);
  expect(turned(2, 6)[0]).toBe(-0.5);
});
