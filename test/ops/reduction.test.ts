import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ShapeError, ops, tensor, type Shape, type Tensor, type Value } from "../../src/index.ts";
import { DRAWN, build, expectTensor, indicesOf, elementAt, shapes, tensorsOf } from "./support.ts";

interface Reduction {
  readonly axis?: number | Shape | null;
  readonly keepdims?: boolean;
}

const reductions: Readonly<Record<string, [op: (x: Value, attrs?: Reduction) => Value, of: (xs: number[]) => number]>> =
  {
    sum: [ops.sum, (xs) => xs.reduce((total, x) => total + x, 0)],
    mean: [ops.mean, (xs) => xs.reduce((total, x) => total + x, 0) / xs.length],
    max: [ops.max, (xs) => Math.max(...xs)],
  };

/** What a reduction is by definition: for each index of what stays, the elements that go, in row-major order. */
function reduced(x: Tensor, axes: readonly number[], keepdims: boolean, of: (xs: number[]) => number): Tensor {
  const inner = x.shape.filter((_, d) => axes.includes(d));
  const kept = x.shape.map((d, i) => (axes.includes(i) ? 1 : d));
  const whole = build(kept, (index) =>
    of(
      indicesOf(inner).map((part) => {
        const rest = [...part];
        return elementAt(
          x,
          index.map((i, d) => (axes.includes(d) ? rest.shift()! : i)),
        );
      }),
    ),
  );
  return keepdims ? whole : tensor({ shape: x.shape.filter((_, d) => !axes.includes(d)), data: whole.data });
}

/** A tensor, some of its axes counted from either end, and whether they stay. */
function cases(least: number): fc.Arbitrary<{ x: Tensor; axis: number[]; keepdims: boolean }> {
  return shapes(0, 5)
    .map((shape) => shape.map((d) => Math.max(d, least)))
    .chain((shape) =>
      fc.record({
        x: tensorsOf(shape),
        axis: fc
          .tuple(fc.subarray(shape.map((_, i) => i)), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
          .map(([axes, fromEnd]) => axes.map((axis, i) => (fromEnd[i] === true ? axis - shape.length : axis))),
        keepdims: fc.boolean(),
      }),
    );
}

describe.each(Object.keys(reductions))("%s", (name) => {
  const [op, of] = reductions[name]!;
  const least = name === "max" ? 1 : 0;

  it("works over any axes, in any order, counted from either end", () => {
    fc.assert(
      fc.property(cases(least), ({ x, axis, keepdims }) => {
        const axes = axis.map((a) => (a < 0 ? a + x.shape.length : a));
        const want = reduced(x, axes, keepdims, of);
        expectTensor(op(x, { axis, keepdims }), want);
        expectTensor(op(x, { axis: axis.toReversed(), keepdims }), want);
        if (axis.length === 1) expectTensor(op(x, { axis: axis[0]!, keepdims }), want);
      }),
      DRAWN,
    );
  });

  it("works over all axes when none are given", () => {
    fc.assert(
      fc.property(cases(least), ({ x, keepdims }) => {
        const all = x.shape.map((_, i) => i);
        expectTensor(op(x, { keepdims }), reduced(x, all, keepdims, of));
        expectTensor(op(x, { axis: null }), reduced(x, all, false, of));
        expectTensor(op(x), reduced(x, all, false, of));
      }),
      { ...DRAWN, numRuns: 50 },
    );
  });

  it("of no axes is the tensor itself", () => {
    const x = tensor([[1, -2], [3, 4]]); // prettier-ignore
    expectTensor(op(x, { axis: [] }), x);
  });

  it("of a scalar is the scalar", () => {
    expectTensor(op(tensor(3)), tensor(3));
  });

  it.each([
    { shape: [2, 3], axis: 2, says: "axis 2 is outside a tensor of rank 2; valid: -2 to 1" },
    { shape: [2, 3], axis: [0, -3], says: "axis -3 is outside a tensor of rank 2" },
    { shape: [], axis: 0, says: "axis 0 is outside a tensor of rank 0 (a scalar has no axes)" },
    { shape: [2, 3], axis: [1, -1], says: "axis named twice in [1,-1]" },
  ])("does not take axis $axis of shape $shape", ({ shape, axis, says }) => {
    const x = build(shape, () => 1);
    expect(() => op(x, { axis })).toThrow(ShapeError);
    expect(() => op(x, { axis })).toThrow(`${name}: ${says}`);
  });
});

describe("special numbers", () => {
  const rows = tensor([
    [1, Number.NaN, 2],
    [Infinity, -Infinity, 0],
    [Infinity, 1, 2],
    [-0, -0, -0],
    [-Infinity, -Infinity, -Infinity],
  ]);

  it("go into sums and means as IEEE 754 has it", () => {
    expectTensor(ops.sum(rows, { axis: 1 }), tensor([NaN, NaN, Infinity, 0, -Infinity]));
    expectTensor(ops.mean(rows, { axis: 1 }), tensor([NaN, NaN, Infinity, 0, -Infinity]));
  });

  it("are the largest as NumPy has it: NaN wins", () => {
    expectTensor(ops.max(rows, { axis: 1 }), tensor([NaN, Infinity, Infinity, -0, -Infinity]));
  });
});

describe("nothing", () => {
  const none = build([2, 0, 3], () => 1);

  it("sums to 0, has the mean NaN", () => {
    expectTensor(ops.sum(none), tensor(0));
    expectTensor(ops.sum(none, { axis: 1 }), tensor([[0, 0, 0], [0, 0, 0]])); // prettier-ignore
    expectTensor(ops.mean(none), tensor(NaN));
    expectTensor(ops.mean(none, { axis: 1 }), tensor([[NaN, NaN, NaN], [NaN, NaN, NaN]])); // prettier-ignore
  });

  it("stays nothing over the other axes", () => {
    for (const op of [ops.sum, ops.mean, ops.max]) {
      expect(op(none, { axis: 0 }).shape).toEqual([0, 3]);
      expect(op(none, { axis: [0, 2], keepdims: true }).shape).toEqual([1, 0, 1]);
    }
  });

  it("has no largest element", () => {
    for (const attrs of [{}, { axis: 1 }, { axis: [0, 1] }]) {
      expect(() => ops.max(none, attrs)).toThrow(ShapeError);
      expect(() => ops.max(none, attrs)).toThrow("max: the largest element of nothing, got shape [2,0,3]");
    }
  });
});
