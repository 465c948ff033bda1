import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ulpDistance } from "../../src/base/ulp.ts";
import { ShapeError, ops, tensor, type Value } from "../../src/index.ts";
import { DRAWN, build, elementAt, expectTensor, shapes, tensorsOf } from "./support.ts";

/** The textbook formulas, safe from overflow for the numbers that are drawn here. */
const naive: Readonly<
  Record<string, [op: (x: Value, attrs?: { axis?: number }) => Value, of: (xs: number[], i: number) => number]>
> = {
  softmax: [ops.softmax, (xs, i) => Math.exp(xs[i]!) / xs.reduce((total, x) => total + Math.exp(x), 0)],
  log_softmax: [ops.log_softmax, (xs, i) => xs[i]! - Math.log(xs.reduce((total, x) => total + Math.exp(x), 0))],
};

describe.each(Object.keys(naive))("%s", (name) => {
  const [op, of] = naive[name]!;
  const cases = shapes(1, 4).chain((shape) =>
    fc.integer({ min: 0, max: shape.length - 1 }).chain((axis) =>
      fc.record({
        x: tensorsOf(shape, fc.double({ min: -5, max: 5, noNaN: true })),
        at: fc.constant(axis),
        axis: fc.constantFrom(axis, axis - shape.length),
      }),
    ),
  );

  it("is the textbook formula along its axis", () => {
    fc.assert(
      fc.property(cases, ({ x, at, axis }) => {
        const got = op(x, { axis });
        expect(got.shape).toEqual(x.shape);
        build(x.shape, (index) => {
          const lane = Array.from({ length: x.shape[at]! }, (_, i) => elementAt(x, index.with(at, i)));
          const want = of(lane, index[at]!);
          // Exponents of up to 10 are rounded once more by one of the two, and logarithms near 0 lose their scale.
          expect(Math.abs(elementAt(got, index) - want)).toBeLessThanOrEqual(
            64 * 2 ** -53 * Math.max(1, Math.abs(want)),
          );
          return want;
        });
        if (at === x.shape.length - 1) expectTensor(op(x), got);
      }),
      DRAWN,
    );
  });

  it("says what is wrong with the axis", () => {
    for (const [x, axis] of [[tensor(1), 0], [tensor([1]), 1], [tensor([1]), -2]] as const) {
      expect(() => op(x, { axis })).toThrow(ShapeError);
      expect(() => op(x, { axis })).toThrow(`${name}: axis ${String(axis)} is outside a tensor of rank`);
    } // prettier-ignore
    expect(() => op(tensor(1))).toThrow(ShapeError);
  });

  it("is NaN in the lanes that have one, and there alone", () => {
    const half = op(tensor([0, 0])).data;
    expectTensor(op(tensor([[NaN, 1], [0, 0]])), tensor([[NaN, NaN], [half[0]!, half[1]!]])); // prettier-ignore
  });

  it("is nothing of nothing", () => {
    expect(op(tensor({ shape: [2, 0], data: [] })).shape).toEqual([2, 0]);
    expect(op(tensor({ shape: [2, 0], data: [] }), { axis: 0 }).shape).toEqual([2, 0]);
  });
});

describe("softmax", () => {
  it("does not overflow, and does not mind where it stands", () => {
    expectTensor(ops.softmax(tensor([1000, 1000, -1000])), tensor([0.5, 0.5, 0]));
    expectTensor(ops.softmax(tensor([-1e308, -1e308])), tensor([0.5, 0.5]));
    expectTensor(ops.softmax(tensor([3])), tensor([1]));
    expectTensor(ops.softmax(tensor([0, -Infinity])), tensor([1, 0]));
    expectTensor(ops.softmax(tensor([-Infinity, -Infinity])), tensor([NaN, NaN]));
  });
});

describe("log_softmax", () => {
  it("does not overflow, and keeps what the softmax loses", () => {
    expectTensor(ops.log_softmax(tensor([1000, 0])), tensor([0, -1000]));
    expectTensor(ops.log_softmax(tensor([0, -Infinity])), tensor([0, -Infinity]));
    expectTensor(ops.log_softmax(tensor([7])), tensor([0]));
    expect(ulpDistance(ops.log_softmax(tensor([1e6, 1e6])).data[0]!, -Math.LN2)).toBeLessThanOrEqual(1);
  });
});
