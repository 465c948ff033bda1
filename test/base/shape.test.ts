import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  broadcastShapes,
  broadcastsTo,
  checkShape,
  formatShape,
  normalizeAxes,
  normalizeAxis,
  reducedShape,
  sameShape,
  sizeOf,
  stridesOf,
} from "../../src/base/shape.ts";
import { ShapeError } from "../../src/index.ts";

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 });
const SEEDED = { seed: 5, numRuns: 500 } as const;

describe("broadcasting", () => {
  it.each([
    { a: [], b: [], to: [] },
    { a: [2, 3], b: [], to: [2, 3] },
    { a: [3], b: [2, 3], to: [2, 3] },
    { a: [2, 1], b: [3], to: [2, 3] },
    { a: [2, 1, 4], b: [3, 1], to: [2, 3, 4] },
    { a: [1], b: [0], to: [0] },
    { a: [0], b: [0], to: [0] },
    { a: [2, 0], b: [1, 1], to: [2, 0] },
    { a: [1, 1, 1], b: [1], to: [1, 1, 1] },
  ])("$a with $b is $to", ({ a, b, to }) => {
    expect(broadcastShapes("add", a, b)).toEqual(to);
    expect(broadcastShapes("add", b, a)).toEqual(to);
  });

  it.each([
    { a: [2], b: [3], at: 0, m: 2, n: 3 },
    { a: [2, 3], b: [2], at: 1, m: 3, n: 2 },
    { a: [0], b: [2], at: 0, m: 0, n: 2 },
    { a: [4, 2, 1], b: [3, 1], at: 1, m: 2, n: 3 },
  ])("$a with $b is an error that names both, and the dimension", ({ a, b, at, m, n }) => {
    expect(() => broadcastShapes("add", a, b)).toThrow(ShapeError);
    expect(() => broadcastShapes("add", a, b)).toThrow(
      `add: shapes ${formatShape(a)} and ${formatShape(b)} do not broadcast (dimension ${String(at)} is ${String(m)} against ${String(n)}; they must be equal or 1)`,
    );
  });

  it("is symmetric, and each side broadcasts to what comes of it", () => {
    const fitting = fc.tuple(shapes, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })).map(([full, ones]) => ({
      a: full.map((d, i) => (ones[i] === true ? 1 : d)),
      b: full.map((d, i) => (ones[i] !== true && ones[i + 6] === true ? 1 : d)).slice(ones[0] === true ? 1 : 0),
    }));
    fc.assert(
      fc.property(fitting, ({ a, b }) => {
        const to = broadcastShapes("f", a, b);
        expect(broadcastShapes("f", b, a)).toEqual(to);
        expect([broadcastsTo(a, to), broadcastsTo(b, to)]).toEqual([true, true]);
        expect(broadcastShapes("f", to, a)).toEqual(to);
        expect(to).toHaveLength(Math.max(a.length, b.length));
      }),
      SEEDED,
    );
  });

  it("goes one way only", () => {
    expect(broadcastsTo([1, 3], [2, 3])).toBe(true);
    expect(broadcastsTo([], [2, 3])).toBe(true);
    expect(broadcastsTo([2, 3], [1, 3])).toBe(false);
    expect(broadcastsTo([2, 3], [3])).toBe(false);
    expect(broadcastsTo([2], [2, 3])).toBe(false);
    expect(broadcastsTo([1], [0])).toBe(true);
    expect(broadcastsTo([0], [1])).toBe(false);
  });
});

describe("axes", () => {
  it("count from either end", () => {
    expect([0, 2, -1, -3].map((axis) => normalizeAxis("sum", axis, 3))).toEqual([0, 2, 2, 0]);
    expect(normalizeAxes("sum", null, 3)).toEqual([0, 1, 2]);
    expect(normalizeAxes("sum", -1, 3)).toEqual([2]);
    expect(normalizeAxes("sum", [2, -3], 3)).toEqual([0, 2]);
    expect(normalizeAxes("sum", [], 3)).toEqual([]);
    expect(normalizeAxes("sum", null, 0)).toEqual([]);
  });

  it.each([
    { axis: 3, rank: 3, says: "sum: axis 3 is outside a tensor of rank 3; valid: -3 to 2" },
    { axis: -4, rank: 3, says: "sum: axis -4 is outside a tensor of rank 3; valid: -3 to 2" },
    { axis: 0, rank: 0, says: "sum: axis 0 is outside a tensor of rank 0 (a scalar has no axes)" },
    { axis: NaN, rank: 3, says: "sum: axis NaN is outside a tensor of rank 3" },
  ])("$axis of $rank is an error", ({ axis, rank, says }) => {
    expect(() => normalizeAxis("sum", axis, rank)).toThrow(ShapeError);
    expect(() => normalizeAxis("sum", axis, rank)).toThrow(says);
  });

  it("named twice are an error, by either name", () => {
    expect(() => normalizeAxes("sum", [0, -3], 3)).toThrow("sum: axis named twice in [0,-3]");
    expect(() => normalizeAxes("sum", [1, 1], 3)).toThrow(ShapeError);
  });

  it("do not change the list that they came in", () => {
    const axes = [2, 0];
    normalizeAxes("sum", axes, 3);
    expect(axes).toEqual([2, 0]);
  });

  it("are left out of the reduced shape, or stay as 1", () => {
    expect(reducedShape([2, 3, 4], [0, 2], false)).toEqual([3]);
    expect(reducedShape([2, 3, 4], [0, 2], true)).toEqual([1, 3, 1]);
    expect(reducedShape([2, 0], [], true)).toEqual([2, 0]);
  });
});

describe("shapes", () => {
  it("have a size, 1 for a scalar and 0 where a dimension is 0", () => {
    expect([[], [3], [2, 3], [2, 0, 3]].map(sizeOf)).toEqual([1, 3, 6, 0]);
  });

  it("are equal dimension by dimension", () => {
    expect(sameShape([2, 3], [2, 3])).toBe(true);
    expect(sameShape([2, 3], [2])).toBe(false);
    expect(sameShape([2], [2, 3])).toBe(false);
    expect(sameShape([2, 3], [3, 2])).toBe(false);
    expect(sameShape([], [1])).toBe(false);
  });

  it("have strides that find the element in row-major order", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const strides = stridesOf(shape);
        expect(strides).toHaveLength(shape.length);
        strides.forEach((stride, d) => expect(stride).toBe(sizeOf(shape.slice(d + 1))));
      }),
      SEEDED,
    );
  });

  it.each([[[-1]], [[1.5]], [[NaN]], [[Infinity]], [[2, -3]]])("are not %j", (shape) => {
    expect(() => checkShape("tensor", shape)).toThrow(ShapeError);
    expect(() => checkShape("tensor", shape)).toThrow(
      `tensor: a shape is a list of whole numbers that are 0 or more, got ${formatShape(shape)}`,
    );
  });
});
