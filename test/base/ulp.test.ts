import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ulpDistance, ulpOf, UNIT_ROUNDOFF } from "../../src/base/ulp.ts";

const bits = new DataView(new ArrayBuffer(8));

/** The next float64 above a positive finite number. */
function above(x: number): number {
  bits.setFloat64(0, x);
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0);
}

/** The next float32 above a positive finite float32. */
function above32(x: number): number {
  bits.setFloat32(0, x);
  bits.setUint32(0, bits.getUint32(0) + 1);
  return bits.getFloat32(0);
}

/** Two steps below the largest, so that the neighbours are finite. */
const positive = fc.double({ min: 0, max: Number.MAX_VALUE * (1 - Number.EPSILON), noNaN: true });

describe("ulpDistance", () => {
  it("counts the steps between neighbours, however far apart the numbers are in size", () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(ulpDistance(x, x)).toBe(0);
        expect(ulpDistance(x, above(x))).toBe(1);
        expect(ulpDistance(above(above(x)), x)).toBe(2);
        expect(ulpDistance(-x, -above(x))).toBe(1);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it.each([
    { a: 0, b: -0, is: 0 },
    { a: 5e-324, b: -5e-324, is: 2 },
    { a: 0, b: 5e-324, is: 1 },
    { a: 1, b: 1 + Number.EPSILON, is: 1 },
    { a: 1, b: 1 - Number.EPSILON / 2, is: 1 },
    { a: 1, b: 2, is: 2 ** 52 },
    { a: Number.MAX_VALUE, b: Infinity, is: 1 },
    { a: Infinity, b: Infinity, is: 0 },
    { a: NaN, b: NaN, is: 0 },
    { a: NaN, b: 0, is: Infinity },
    { a: Infinity, b: NaN, is: Infinity },
    { a: -1, b: 1, is: 2 * 1023 * 2 ** 52 },
  ])("from $a to $b is $is", ({ a, b, is }) => {
    expect(ulpDistance(a, b)).toBe(is);
    expect(ulpDistance(b, a)).toBe(is);
  });
});

describe("ulpOf", () => {
  it("is the distance to the next float64 above, at and beside every power of two", () => {
    const wrong: number[] = [];
    for (let e = -1022; e <= 1023; e++) {
      const power = 2 ** e;
      for (const x of [power, above(power), power * (2 - Number.EPSILON), -power])
        if (Number.isFinite(above(Math.abs(x))) && ulpOf(x, "float64") !== above(Math.abs(x)) - Math.abs(x))
          wrong.push(x);
    }
    expect(wrong).toEqual([]);
  });

  it("is the distance to the next float64 above, everywhere", () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(ulpOf(x, "float64")).toBe(above(x) - x);
        expect(ulpOf(-x, "float64")).toBe(ulpOf(x, "float64"));
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  it("is the distance to the next float32 above, for float32 numbers", () => {
    fc.assert(
      fc.property(fc.float({ min: 0, max: 2 ** 127, noNaN: true }), (x) => {
        expect(ulpOf(x, "float32")).toBe(above32(x) - x);
      }),
      { seed: 5, numRuns: 1000 },
    );
    for (let e = -126; e <= 127; e++) expect(ulpOf(2 ** e, "float32")).toBe(above32(2 ** e) - 2 ** e);
  });

  it("is that of the smallest normal number below it", () => {
    for (const x of [0, -0, 5e-324, 2 ** -1023]) expect(ulpOf(x, "float64")).toBe(5e-324);
    for (const x of [0, 2 ** -149, 2 ** -127, 1e-300]) expect(ulpOf(x, "float32")).toBe(2 ** -149);
  });

  it("is NaN where there is none", () => {
    for (const x of [NaN, Infinity, -Infinity]) expect([ulpOf(x, "float64"), ulpOf(x, "float32")]).toEqual([NaN, NaN]);
  });

  it("is two unit roundoffs at 1", () => {
    expect(ulpOf(1, "float64")).toBe(2 * UNIT_ROUNDOFF.float64);
    expect(ulpOf(1, "float64")).toBe(Number.EPSILON);
    expect(ulpOf(1, "float32")).toBe(2 ** -23);
  });
});
