import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeArray, decodeNumber, encodeArray, encodeNumber } from "../../src/base/codec.ts";
import { InputError } from "../../src/index.ts";

const bits = new DataView(new ArrayBuffer(8));

/** Every float64 there is, by its bits: NaN, both zeros, subnormals and infinities among them. */
const float64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((raw) => {
  bits.setBigUint64(0, raw);
  return bits.getFloat64(0);
});
const edges = [0, -0, NaN, Infinity, -Infinity, 5e-324, -5e-324, 2 ** -1022, Number.MAX_VALUE, 0.1, 1 / 3, 1e21, 1e-7];

describe("a number", () => {
  it("comes back from JSON text with the same bits, whatever it is", () => {
    const numbers = fc.oneof({ weight: 4, arbitrary: float64 }, { weight: 1, arbitrary: fc.constantFrom(...edges) });
    fc.assert(
      fc.property(numbers, (x) => {
        expect(decodeNumber(JSON.parse(JSON.stringify(encodeNumber(x))), "x")).toBe(x);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it.each([
    { x: NaN, as: "NaN" },
    { x: Infinity, as: "Infinity" },
    { x: -Infinity, as: "-Infinity" },
    { x: -0, as: "-0" },
    { x: 0, as: 0 },
    { x: 0.1, as: 0.1 },
  ])("$x is written as $as", ({ x, as }) => {
    expect(encodeNumber(x)).toBe(as);
  });

  it.each([
    ["nan"],
    ["inf"],
    ["0"],
    ["1.5"],
    ["+0"],
    [""],
    [null],
    [undefined],
    [true],
    [[]],
    [{}],
    [[1]],
    [NaN],
    [Infinity],
  ])("is not %j", (x) => {
    expect(() => decodeNumber(x, "inputs.W.data[3]")).toThrow(InputError);
    expect(() => decodeNumber(x, "inputs.W.data[3]")).toThrow(
      'inputs.W.data[3]: expected a number or one of "NaN", "Infinity", "-Infinity", "-0", got ',
    );
  });
});

describe("an array", () => {
  it("comes back from JSON text, bit for bit and in its shape", () => {
    const arrays = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }).chain((shape) => {
      const length = shape.reduce((n, d) => n * d, 1);
      const elements = fc.array(fc.oneof(float64, fc.constantFrom(...edges)), { minLength: length, maxLength: length });
      return elements.map((data) => ({ shape, data: Float64Array.from(data) }));
    });
    fc.assert(
      fc.property(arrays, ({ shape, data }) => {
        const back = decodeArray(JSON.parse(JSON.stringify(encodeArray({ shape, data }))), "x");
        expect([back.shape, [...back.data]]).toEqual([shape, [...data]]);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("is written as shape and row-major data, in lists of its own", () => {
    const shape = [2, 1];
    const written = encodeArray({ shape, data: Float64Array.of(1, -0) });
    expect(written).toEqual({ shape: [2, 1], data: [1, "-0"] });
    expect(written.shape).not.toBe(shape);
  });

  it.each([
    { x: null, says: 'x: expected an array {"shape": [...], "data": [...]}' },
    { x: [1, 2], says: 'x: expected an array {"shape": [...], "data": [...]}' },
    { x: { shape: [] }, says: 'x: expected an array {"shape": [...], "data": [...]}' },
    { x: { data: [] }, says: 'x: expected an array {"shape": [...], "data": [...]}' },
    { x: { shape: 2, data: [1, 2] }, says: "x.shape: expected a list of whole numbers that are 0 or more" },
    { x: { shape: [-1], data: [] }, says: "x.shape: expected a list of whole numbers that are 0 or more" },
    { x: { shape: [1.5], data: [1] }, says: "x.shape: expected a list of whole numbers that are 0 or more" },
    { x: { shape: ["2"], data: [1, 2] }, says: "x.shape: expected a list of whole numbers that are 0 or more" },
    { x: { shape: [2], data: 1 }, says: "x.data: expected a flat list of numbers, row-major" },
    { x: { shape: [2], data: { 0: 1, length: 2 } }, says: "x.data: expected a flat list of numbers, row-major" },
    { x: { shape: [2, 3], data: [1, 2] }, says: "x.data: shape [2,3] holds 6 numbers, got 2" },
    { x: { shape: [], data: [] }, says: "x.data: shape [] holds 1 numbers, got 0" },
    { x: { shape: [0], data: [1] }, says: "x.data: shape [0] holds 0 numbers, got 1" },
    {
      x: { shape: [2], data: [1, "2"] },
      says: 'x.data[1]: expected a number or one of "NaN", "Infinity", "-Infinity", "-0", got "2"',
    },
    { x: { shape: [1, 2], data: [[1, 2]] }, says: "x.data: shape [1,2] holds 2 numbers, got 1" },
    { x: { shape: [1], data: [null] }, says: "x.data[0]: expected a number" },
  ])("says where it is wrong: $says", ({ x, says }) => {
    expect(() => decodeArray(x, "x")).toThrow(InputError);
    expect(() => decodeArray(x, "x")).toThrow(says);
  });
});
